//! The server's tests: the whole router in this process, over a database of its own, no network.

mod assets;
mod guards;
mod pages;
mod probes;
mod sign_in;
mod site;
