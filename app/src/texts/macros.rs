//! `texts!`: one function per text, all languages in one place.

/// Declares texts.
///
/// ```ignore
/// texts! {
///     search { nb: "Søk", nn: "Søk", en: "Search" }
///     free_until(time: &str) { nb: "Ledig til {time}", nn: "Ledig til {time}", en: "Free until {time}" }
///     places(n: usize) {
///         nb: { if n == 1 { "1 sted".to_owned() } else { format!("{n} steder") } },
///         …
///     }
/// }
/// ```
///
/// Without arguments the function gives `&'static str`, with arguments a `String`. A literal may name the
/// arguments in braces; wording that needs more (plural) is a block of plain Rust giving a `String`.
#[macro_export]
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident $(($($arg:ident: $ty:ty),+ $(,)?))? { nb: $nb:tt, nn: $nn:tt, en: $en:tt $(,)? })*) => {
        $($crate::text_fn! { [$($meta)*] $name $(($($arg: $ty),+))? $nb $nn $en })*
    };
}

/// One text of `texts!`.
#[doc(hidden)]
#[macro_export]
macro_rules! text_fn {
    ([$($meta:meta)*] $name:ident $nb:literal $nn:literal $en:literal) => {
        #[doc = concat!("«", $nb, "»")]
        $(#[$meta])*
        pub const fn $name(l: $crate::texts::Lang) -> &'static str {
            match l {
                $crate::texts::Lang::Nb => $nb,
                $crate::texts::Lang::Nn => $nn,
                $crate::texts::Lang::En => $en,
            }
        }
    };
    ([$($meta:meta)*] $name:ident($($arg:ident: $ty:ty),+) $nb:tt $nn:tt $en:tt) => {
        #[doc = stringify!($nb)]
        $(#[$meta])*
        pub fn $name(l: $crate::texts::Lang, $($arg: $ty),+) -> String {
            match l {
                $crate::texts::Lang::Nb => $crate::text_body!($nb),
                $crate::texts::Lang::Nn => $crate::text_body!($nn),
                $crate::texts::Lang::En => $crate::text_body!($en),
            }
        }
    };
}

/// The body of one language: a literal is formatted, a block stands as it is.
#[doc(hidden)]
#[macro_export]
macro_rules! text_body {
    ($text:literal) => {
        format!($text)
    };
    ($block:tt) => {
        $block
    };
}
