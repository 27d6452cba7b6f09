//! Proof at compile time: a web server may run every use case on any thread.

use super::{act::LineWish, cancel::Cancel, decide::Decide, inbox::InboxFilter};
use crate::{Service, Viewer};
use ledig_domain::{
    id::{DecisionId, LineId, RequestId, SpaceId},
    preview::Wish,
};

fn send<T: Send>(_: T) {}

#[expect(dead_code, reason = "it only has to compile")]
fn every_use_case_is_send(
    service: &Service,
    viewer: &Viewer,
    wish: &Wish,
    ids: (RequestId, DecisionId, SpaceId),
    lines: &[LineId],
    forms: (&Decide, &Cancel, &InboxFilter),
) {
    send(service.booking_form(viewer, ids.2));
    send(service.preview(viewer, wish));
    send(service.submit(viewer, wish, ""));
    send(service.my_page(viewer));
    send(service.case(viewer, ids.0));
    send(service.decision(viewer, ids.1));
    send(service.accept_offer(viewer, ids.0, 1, lines));
    send(service.decline_offer(viewer, ids.0, 1, lines));
    send(service.withdraw_request(viewer, ids.0, 1));
    send(service.change_lines(viewer, ids.0, 1, lines, LineWish::Drop));
    send(service.cancel(viewer, forms.1));
    send(service.decide(viewer, forms.0));
    send(service.approve_many(viewer, &[]));
    send(service.inbox(viewer, forms.2));
    send(service.manager_case(viewer, ids.0, None));
    send(service.tick());
}
