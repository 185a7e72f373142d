//! What documents do to each other and to their own force.

mod effectivity;
mod relations;
