use crate::db;
use chrono::NaiveDate;
use ledig_service::demo;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn it_loads() {
    for day in ["2026-08-10", "2026-11-21"] {
        db::on_sqlite(async |store| {
            let start = std::time::Instant::now();
            let loaded = demo::load(store, &db::settings(), date(day)).await.unwrap();
            println!("{day} {loaded:?} {:?}", start.elapsed());
        });
    }
}
