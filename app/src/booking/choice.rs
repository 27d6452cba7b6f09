//! A choice for a date as a form field: `dropp`, `vent`, `be`, or `ta:SPACE:18.00-19.30`.

use ledig_domain::{preview::Choice, time::WallSpan};

/// The field's value.
pub fn write(choice: Choice) -> String {
    match choice {
        Choice::Drop => "dropp".to_owned(),
        Choice::Wait => "vent".to_owned(),
        Choice::Ask => "be".to_owned(),
        Choice::Take { space, times } => {
            let clock = format!("{}-{}", times.from, times.to).replace(':', ".");
            format!("ta:{space}:{clock}")
        }
    }
}

/// The choice of a field's value; `None` for anything else.
pub fn read(text: &str) -> Option<Choice> {
    match text {
        "dropp" => Some(Choice::Drop),
        "vent" => Some(Choice::Wait),
        "be" => Some(Choice::Ask),
        _ => {
            let (space, clock) = text.strip_prefix("ta:")?.split_once(':')?;
            let (from, to) = clock.split_once('-')?;
            let times = WallSpan::new(from.parse().ok()?, to.parse().ok()?)?;
            Some(Choice::Take {
                space: space.parse().ok()?,
                times,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledig_domain::id::SpaceId;

    #[test]
    fn every_choice_is_read_as_it_was_written() {
        let space: SpaceId = "0190a0b0-0000-7000-8000-000000000001".parse().unwrap();
        let times = WallSpan::new("22:30".parse().unwrap(), "24:00".parse().unwrap()).unwrap();
        for choice in [
            Choice::Drop,
            Choice::Wait,
            Choice::Ask,
            Choice::Take { space, times },
        ] {
            assert_eq!(read(&write(choice)), Some(choice));
        }
    }

    #[test]
    fn nonsense_is_no_choice() {
        for text in [
            "",
            "ta",
            "ta:",
            "ta:x:18.00-19.00",
            "ta:0190a0b0-0000-7000-8000-000000000001:18.00-18.00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
