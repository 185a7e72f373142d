//! What documents do to each other and to their own force.

mod apply;
mod effectivity;
mod relations;
mod rows;
