# Five letters are far below one kilobyte.
echo 1 > write-units.answer
