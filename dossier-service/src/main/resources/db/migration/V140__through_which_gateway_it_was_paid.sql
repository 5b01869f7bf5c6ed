-- The platform of the national portal or the province's own; null until it was paid, where it was paid at the counter, and before it was told apart.
-- Each gateway numbers its own movements: receipt.desk of the national platform's is NATIONAL.
alter table payment add gateway text check (gateway in ('NATIONAL', 'PROVINCIAL'));
