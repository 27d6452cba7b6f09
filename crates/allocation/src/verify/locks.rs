//! What an officer has fixed stands.

use super::violation::{Placed, Violation};
use crate::format::{Draft, Instance};

/// Each lock is in the draft once, as it is and marked as locked; nothing else is marked.
pub(super) fn check(instance: &Instance, draft: &Draft, found: &mut Vec<Violation>) {
    let mut marked: Vec<_> = draft.sessions.iter().filter(|session| session.locked).collect();
    for lock in &instance.locks {
        match marked
            .iter()
            .position(|session| session.wish == lock.wish && session.slot == lock.slot)
        {
            Some(at) => {
                marked.remove(at);
            }
            None => {
                let session = Placed {
                    wish: lock.wish.clone(),
                    slot: lock.slot.clone(),
                };
                found.push(Violation::LockMissing { session });
            }
        }
    }
    for session in marked {
        let session = Placed {
            wish: session.wish.clone(),
            slot: session.slot.clone(),
        };
        found.push(Violation::NotLocked { session });
    }
}
