-- Which migrations have run, as one hash: a start that finds the hash of its own need not ask Flyway, which takes longer than
-- all else that opening the database takes.
create table schema_state (
    migrations_hash varchar(64) not null
);
