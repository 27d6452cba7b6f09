//! Closures now and ahead.

use super::{super::DemoError, stage::Stage};
use crate::manage::ClosureForm;
use chrono::Weekday::{Mon, Sat, Wed};
use ledig_domain::{id::SpaceId, time::Minute};

/// Plays them.
pub async fn play(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let (hall_b, pool, stadium, studio) = (
        stage.space("Rykkinnhallen", "Hall B (ny, håndballflate)")?,
        stage.space("Berger svømmehall", "25-metersbasseng")?,
        stage.space("Nadderud kunstgress", "Kunstgressbane")?,
        stage.space("Lille Scene", "Black box-scene")?,
    );
    let floor = stage.next(Wed, 20);
    let cleaning = stage.next(Mon, 9);
    let match_day = stage.next(Sat, 2);
    close(
        stage,
        12,
        hall_b,
        (floor, 7 * 60),
        (floor, 24 * 60),
        "Gulvet slipes og lakkeres",
    )
    .await?;
    close(
        stage,
        9,
        pool,
        (cleaning, 7 * 60),
        (cleaning + chrono::Days::new(2), 16 * 60),
        "Bassenget tappes og rengjøres",
    )
    .await?;
    close(
        stage,
        6,
        stadium,
        (match_day, 8 * 60),
        (match_day, 20 * 60),
        "Kamp og sikring av området",
    )
    .await?;
    close(
        stage,
        1,
        studio,
        (stage.day(0), 8 * 60),
        (stage.day(1), 12 * 60),
        "Vannlekkasje i taket",
    )
    .await
}

async fn close(
    stage: &Stage<'_>,
    days_ago: u64,
    space: SpaceId,
    (from_date, from): (chrono::NaiveDate, u16),
    (to_date, to): (chrono::NaiveDate, u16),
    reason: &str,
) -> Result<(), DemoError> {
    stage.at(days_ago, 600);
    let form = ClosureForm {
        space,
        from_date,
        from: Minute::new(from).unwrap_or_default(),
        to_date,
        to: Minute::new(to).unwrap_or_default(),
        reason: reason.to_owned(),
        public: true,
    };
    let manager = stage.manager().await?;
    stage.service.make_closure(&manager, &form).await?;
    Ok(())
}
