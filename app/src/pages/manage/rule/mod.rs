//! A rule as sentences with fields in them, and what it would have decided.

mod fields;
pub mod read;
mod replay;

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
};
use crate::{
    actions::posted::Posted,
    context::{RequestContext, use_request},
    page::load,
    texts::{
        faults,
        manage::{places, rules as t},
    },
    ui::{Button, Crumb, ErrorSummary, PostForm},
};
use fields::Terms as TermFields;
use ledig_domain::{
    auto_rule::{Scope, Terms},
    id::RuleId,
};
use ledig_service::{
    ServiceError,
    manage::{Replay, RuleView, ScopeFilter},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use replay::ReplayResult;

/// The editor; `ny` in place of the id is a new rule. With `prov`, the terms in the address are tried on the last
/// cases.
#[component]
pub fn RuleEdit() -> impl IntoView {
    let request = use_request();
    let id = use_params_map()
        .with(|params| params.get("id"))
        .unwrap_or_default();
    load(async move {
        let page = request
            .service
            .rules_page(&request.viewer, ScopeFilter::All)
            .await?;
        let found = if id == "ny" {
            None
        } else {
            let id = id.parse::<RuleId>().map_err(|_| ServiceError::NotFound)?;
            Some(
                page.rules
                    .iter()
                    .find(|rule| rule.id == id)
                    .cloned()
                    .ok_or(ServiceError::NotFound)?,
            )
        };
        if found.is_none() && page.scopes.is_empty() {
            return Err(ServiceError::Forbidden);
        }
        let lang = request.lang;
        let shown = shown(&request, found.as_ref());
        let replay = tried(&request, &shown).await?;
        let name = found
            .as_ref()
            .map_or_else(|| t::new(lang).to_owned(), |rule| rule.terms.name.clone());
        let crumbs = vec![
            Crumb::link(t::title(lang), "/forvaltning/regler"),
            Crumb::here(&name),
        ];
        let may_edit = found.as_ref().is_none_or(|rule| rule.may_edit);
        let version = found.as_ref().map_or(0, |rule| rule.version);
        let mut scopes = page.scopes.clone();
        if let Some(rule) = &found
            && scopes.iter().all(|one| one.scope != rule.scope.scope)
        {
            scopes.insert(0, rule.scope.clone());
        }
        let page_path = request.path.clone();
        Ok(view! {
            <ManagePage title=name.clone() crumbs narrow=true>
                <Answer title=name lead=t::always_free(lang) />
                <PostForm action="/forvaltning/regler/lagre" class="form rule-form">
                    <input type="hidden" name="form" value="rule" />
                    <input type="hidden" name="id" value=found.as_ref().map(|rule| rule.id.to_string()) />
                    <input type="hidden" name="version" value=version.to_string() />
                    <ErrorSummary lang faults=shown.faults.clone() />
                    <TermFields lang shown=shown.clone() scopes />
                    <div class="actions">
                        {may_edit.then(|| view! { <Button>{t::save_version(lang, version + 1)}</Button> })}
                        <button
                            type="submit"
                            class="ds-button"
                            data-variant="secondary"
                            name="prov"
                            value="1"
                            formmethod="get"
                            formaction=format!("{page_path}#prov")
                        >
                            {t::try_it(lang)}
                        </button>
                    </div>
                    <p class="note">{t::versions_note(lang)}</p>
                </PostForm>
                {replay.map(|replay| view! { <ReplayResult lang replay /> })}
            </ManagePage>
        })
    })
}

/// What the form shows: what was typed, what the address tries, or what is stored.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Where it holds.
    pub scope: Scope,
    /// What it says.
    pub terms: Terms,
    /// It decides now.
    pub active: bool,
    /// What is wrong, by field.
    pub faults: Vec<(String, String)>,
    /// What was typed, where it cannot be read.
    pub typed: Posted,
}

impl Shown {
    /// What is wrong with a field.
    pub fn fault(&self, name: &str) -> Option<String> {
        self.faults
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, text)| text.clone())
    }
}

fn shown(request: &RequestContext, stored: Option<&RuleView>) -> Shown {
    let lang = request.lang;
    let filled = Filled::of(request, "rule");
    let typed = if filled.returned() {
        Posted(request.flash.values.clone())
    } else if request.query.has("prov") {
        Posted(request.query.pairs().to_vec())
    } else {
        let (scope, terms, active) = stored.map_or_else(
            || (Scope::Municipality, Terms::default(), true),
            |rule| (rule.scope.scope, rule.terms.clone(), rule.active),
        );
        return Shown {
            scope,
            terms,
            active,
            faults: Vec::new(),
            typed: Posted::default(),
        };
    };
    let (read, unreadable) = read::rule(&typed);
    let mut wrong: Vec<(String, String)> = unreadable
        .into_iter()
        .map(|(name, fault)| {
            let text = if name == "within" {
                places::time_pair(lang).to_owned()
            } else {
                faults::fault(lang, &fault)
            };
            (name, text)
        })
        .collect();
    for (name, text) in filled.faults() {
        if wrong.iter().all(|(known, _)| *known != name) {
            wrong.push((name, text));
        }
    }
    Shown {
        scope: read.scope,
        terms: read.terms,
        active: read.active,
        faults: wrong,
        typed,
    }
}

async fn tried(request: &RequestContext, shown: &Shown) -> Result<Option<Replay>, ServiceError> {
    if !request.query.has("prov") || !shown.faults.iter().all(|(name, _)| name == "name") {
        return Ok(None);
    }
    let replay = request
        .service
        .replay(&request.viewer, shown.scope, &shown.terms)
        .await;
    match replay {
        Ok(replay) => Ok(Some(replay)),
        Err(ServiceError::Invalid(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
