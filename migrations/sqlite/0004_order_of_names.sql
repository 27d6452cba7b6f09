-- The program registers the collation "norwegian" (crates/store/src/names.rs); PostgreSQL has its own of that name.
SELECT 1;
