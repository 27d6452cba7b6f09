//! School holidays of the municipality.

use crate::{StoreError, Tx, row::TableRow, value::args};
use chrono::NaiveDate;
use ledig_domain::{
    calendar::{Calendar, DayOffKind, SchoolDaysOff},
    id::MunicipalityId,
    time::DateRange,
};

row! {
    #[derive(Clone, Debug)]
    /// Days off, as stored.
    pub struct SchoolDayOffRow {
        /// Whose.
        pub municipality_id: MunicipalityId,
        /// First day.
        pub from_date: NaiveDate,
        /// Last day.
        pub to_date: NaiveDate,
        /// Why.
        pub kind: DayOffKind,
        /// Taken from another municipality.
        pub proxy: bool,
    }
}

/// Every school holiday, in order.
pub async fn get(tx: &mut Tx) -> Result<Calendar, StoreError> {
    let sql = format!(
        "SELECT {} FROM school_day_off s ORDER BY from_date, kind",
        SchoolDayOffRow::select("s")
    );
    let rows: Vec<SchoolDayOffRow> = tx.all(&sql, args![]).await?;
    let school = rows
        .into_iter()
        .map(|row| SchoolDaysOff {
            dates: DateRange {
                from: row.from_date,
                to: row.to_date,
            },
            kind: row.kind,
            proxy: row.proxy,
        })
        .collect();
    Ok(Calendar { school })
}

/// Replaces every school holiday.
pub async fn replace(
    tx: &mut Tx,
    municipality: MunicipalityId,
    calendar: &Calendar,
) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM school_day_off WHERE municipality_id = $1",
        args![municipality],
    )
    .await?;
    let rows: Vec<SchoolDayOffRow> = calendar
        .school
        .iter()
        .map(|off| SchoolDayOffRow {
            municipality_id: municipality,
            from_date: off.dates.from,
            to_date: off.dates.to,
            kind: off.kind,
            proxy: off.proxy,
        })
        .collect();
    tx.insert("school_day_off", &rows).await
}
