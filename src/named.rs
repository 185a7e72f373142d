//! Names of the values of an enum, as the JSON has them: `as_str`, `Display`, `FromStr` and the list of all.
//!
//! ```text
//! named!(Duty, "a kind of duty" { Lead = "lead", Cooperate = "cooperate" });
//! ```
//!
//! Serde has its names from the variants; `tests/values.rs` holds that both are the same.

macro_rules! named {
    ($type:ident, $expected:literal { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in JSON.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }
        }

        /// The name in JSON.
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        /// Reads the name in JSON.
        impl std::str::FromStr for $type {
            type Err = $crate::ParseError;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                let mut all = Self::ALL.iter();
                all.find(|value| value.as_str() == name)
                    .copied()
                    .ok_or_else(|| $crate::ParseError::new(name, 0, $expected))
            }
        }
    };
}

pub(crate) use named;
