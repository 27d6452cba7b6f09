-- Names are listed in Norwegian order. SQLite gets its collation of that name from the program (crates/store/src/names.rs).
CREATE COLLATION norwegian (provider = icu, locale = 'nb');
