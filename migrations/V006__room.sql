-- What authors write has no length that a column should cut: titles, and the ids of many options in one answer.
alter table attempt alter column title set data type text;
alter table attempt_question alter column domain_id set data type text;
alter table attempt_question alter column domain_title set data type text;
alter table attempt_question alter column answer set data type text;
alter table attempt_question alter column struck set data type text;
alter table practice_answer alter column answer set data type text;
