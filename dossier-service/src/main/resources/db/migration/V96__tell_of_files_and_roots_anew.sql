-- What is published of a file is a digest that nobody can compare with another dossier's: over a salt of its own.
alter table document add salt text;

-- The roots name their parts otherwise now, before the contract is frozen: they are made again, day by day, from the histories.
truncate history_root, history_leaf, history_run;
alter table history_root rename column dossiers to histories;
