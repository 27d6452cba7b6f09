//! People with access, and giving it to somebody: the same for members and staff.

use super::filled::Filled;
use crate::{
    texts::{
        Lang,
        manage::{common, people as t},
    },
    ui::{Button, ButtonKind, Details, ErrorSummary, Field, PostForm, Select, SelectOption, TableFrame},
};
use ledig_domain::id::PersonId;
use ledig_service::people::one_time::PasswordState;
use leptos::prelude::*;

/// Somebody who has access.
pub struct Holder {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// What is to be known of their account; nothing where they use it.
    pub note: Option<&'static str>,
    /// What they may do.
    pub role: String,
    /// Since when, or where.
    pub scope: String,
    /// How it is taken away; nothing where the viewer may not.
    pub act: Option<AnyView>,
}

/// Those who have access, each on a row.
#[component]
pub fn Holders(
    lang: Lang,
    #[prop(into)] caption: String,
    /// What the last column of facts is called.
    scope: &'static str,
    rows: Vec<Holder>,
) -> impl IntoView {
    let acts = rows.iter().any(|row| row.act.is_some());
    let head = acts.then(|| {
        view! {
            <th scope="col">
                <span class="ds-sr-only">{t::act(lang)}</span>
            </th>
        }
    });
    let rows = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.name}</th>
                    <td>
                        <a class="ds-link" href=format!("mailto:{}", row.email)>{row.email.clone()}</a>
                        {row.note.map(|note| view! { <p class="note">{note}</p> })}
                    </td>
                    <td>{row.role}</td>
                    <td data-label=scope>{row.scope}</td>
                    {acts.then(|| view! { <td>{row.act}</td> })}
                </tr>
            }
        })
        .collect_view();
    view! {
        <TableFrame caption class="holders">
            <thead>
                <tr>
                    <th scope="col">{common::name(lang)}</th>
                    <th scope="col">{t::email(lang)}</th>
                    <th scope="col">{t::role(lang)}</th>
                    <th scope="col">{scope}</th>
                    {head}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
}

/// Folds out to giving somebody access; the children are further fields.
#[component]
pub fn GiveAccess(
    lang: Lang,
    filled: Filled,
    /// What the form is called where it comes back.
    form: &'static str,
    /// What it does.
    title: &'static str,
    #[prop(into)] action: String,
    roles: Vec<SelectOption>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <Details summary=title open=filled.returned() class="add">
            <PostForm action=action class="stack form">
                <input type="hidden" name="form" value=form />
                <ErrorSummary lang faults=filled.faults() />
                <PersonFields lang filled roles />
                {children.map(|children| children())}
                <Button>{title}</Button>
            </PostForm>
        </Details>
    }
}

/// E-mail, name and role of somebody who gets access.
#[component]
fn PersonFields(lang: Lang, filled: Filled, roles: Vec<SelectOption>) -> impl IntoView {
    view! {
        <p class="note">{t::add_note(lang)}</p>
        <div class="row">
            <Field
                name="email"
                kind="email"
                label=t::email(lang)
                value=filled.text("email", "")
                fault=filled.fault("email")
                autocomplete="off"
                required=true
            />
            <Field
                name="name"
                label=t::person_name(lang)
                hint=t::person_name_hint(lang)
                value=filled.text("name", "")
                fault=filled.fault("name")
                autocomplete="off"
            />
        </div>
        <Select
            name="role"
            label=t::role(lang)
            options=roles
            value=filled.text("role", "")
            fault=filled.fault("role")
        />
    }
}

/// Folds out to the last step before somebody's access is taken.
#[component]
pub fn Remove(lang: Lang, name: String, children: Children) -> impl IntoView {
    view! {
        <details class="remove">
            <summary class="ds-link">
                {common::remove(lang)} <span class="ds-sr-only">" " {name.clone()}</span>
            </summary>
            <p>{t::remove_sure(lang, &name)}</p>
            {children()}
        </details>
    }
}

/// That somebody has not chosen a password yet.
pub fn password_note(lang: Lang, state: PasswordState) -> Option<&'static str> {
    match state {
        PasswordState::Own => None,
        PasswordState::OneTime => Some(t::password_waits(lang)),
        PasswordState::Expired => Some(t::password_expired(lang)),
    }
}

/// Folds out to the last step before somebody gets a new one-time password.
#[component]
pub fn GivePassword(
    lang: Lang,
    #[prop(into)] action: String,
    /// Whose: who, name, e-mail address.
    who: (PersonId, String, String),
) -> impl IntoView {
    let (person, name, email) = who;
    view! {
        <details class="remove">
            <summary class="ds-link">
                {t::give_password(lang)} <span class="ds-sr-only">" " {name.clone()}</span>
            </summary>
            <p>{t::give_password_sure(lang, &name)}</p>
            <PostForm action=action>
                <input type="hidden" name="person" value=person.to_string() />
                <input type="hidden" name="email" value=email />
                <Button kind=ButtonKind::Secondary>{t::give_password_yes(lang)}</Button>
            </PostForm>
        </details>
    }
}
