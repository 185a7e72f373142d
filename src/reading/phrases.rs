//! A book of phrases and what they mean, read from left to right and from right to left.

use once_cell::sync::OnceCell;
use std::collections::VecDeque;

use super::vocabulary::{Vocabulary, WordId, split_words};

/// Phrases of words, each with a value: two tries over [`WordId`]s.
///
/// Where a phrase has a space, the text must have a space too, or nothing between a letter and a
/// digit; where it has a sign (*sửa đổi, bổ sung*; *Kế hoạch - Tài chính*; *HN&GĐ*), the text may
/// have a comma, a dash, a full stop or an ampersand, or a space. Of two equal phrases the first
/// keeps its value.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    values: Vec<T>,
    forward: Trie,
    /// The phrases themselves, for the trie of the other direction: made when first asked for.
    written: Written,
    backward: OnceCell<Trie>,
}

/// Phrases one behind the other; phrase `i` has value `i`.
#[derive(Clone, Debug, Default)]
struct Written {
    steps: Vec<Step>,
    /// Where each phrase ends.
    ends: Vec<u32>,
}

/// A place within phrases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node(u32);

/// A word of a phrase, and whether a sign stands before it.
type Step = (WordId, bool);

impl<T> Phrases<T> {
    /// The book of `rows`.
    ///
    /// # Panics
    /// If a word of a phrase is not in `vocabulary`: then no text could ever have it.
    pub(crate) fn new<'p>(
        vocabulary: &Vocabulary,
        rows: impl IntoIterator<Item = (&'p str, T)>,
    ) -> Self {
        let (mut written, mut values) = (Written::default(), Vec::new());
        for (phrase, value) in rows {
            written.push(vocabulary, phrase);
            values.push(value);
        }
        Phrases {
            values,
            forward: written.trie(),
            written,
            backward: OnceCell::new(),
        }
    }

    /// The same, where the values of equal phrases, however they are spelled, are made one by `unite`.
    pub(crate) fn united<'p>(
        vocabulary: &Vocabulary,
        rows: impl IntoIterator<Item = (&'p str, T)>,
        unite: impl Fn(&T, &T) -> T,
    ) -> Self {
        let mut phrases = Phrases::new(vocabulary, rows);
        let sorted = phrases.written.sorted();
        for same in sorted.chunk_by(|(a, _), (b, _)| words(a).eq(words(b))) {
            let first = same[0].1 as usize;
            for &(_, other) in &same[1..] {
                phrases.values[first] =
                    unite(&phrases.values[first], &phrases.values[other as usize]);
            }
        }
        phrases
    }

    /// Where a phrase goes on behind the first word `id`. A grammar that does not read words just as
    /// they stand follows the phrases itself, with [`next`](Self::next); others ask a [`Place`](super::Place).
    #[inline]
    pub(crate) fn first(&self, id: WordId) -> Option<Node> {
        self.forward.first(id).map(Node)
    }

    /// Where it goes on behind another word; `sign` says whether a sign stands before that.
    #[inline]
    pub(crate) fn next(&self, node: Node, id: WordId, sign: bool) -> Option<Node> {
        self.forward.next(node.0, id, || Some(sign)).map(Node)
    }

    /// The value of the phrase that ends here.
    #[inline]
    pub(crate) fn value_at(&self, node: Node) -> Option<&T> {
        let number = self.forward.value_at(node.0)?;
        Some(self.value(number))
    }

    pub(super) fn forward(&self) -> &Trie {
        &self.forward
    }

    pub(super) fn backward(&self) -> &Trie {
        self.backward.get_or_init(|| self.written.reversed().trie())
    }

    pub(super) fn value(&self, number: u32) -> &T {
        &self.values[number as usize]
    }

    /// All values, in the order of the rows.
    #[cfg(test)]
    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }

    /// The first and the last word of each phrase, with the phrase's value.
    pub(crate) fn outer_words(&self) -> impl Iterator<Item = ([WordId; 2], &T)> {
        let phrases = self.written.phrases().zip(&self.values);
        phrases.filter_map(|(steps, value)| Some(([steps.first()?.0, steps.last()?.0], value)))
    }
}

impl Written {
    fn push(&mut self, vocabulary: &Vocabulary, phrase: &str) {
        let mut behind = 0;
        self.steps.extend(split_words(phrase).map(|word| {
            let at = word.as_ptr() as usize - phrase.as_ptr() as usize;
            let between = &phrase.as_bytes()[behind..at];
            let sign = !between.iter().all(u8::is_ascii_whitespace);
            behind = at + word.len();
            let id = vocabulary.id(word);
            assert!(
                id != WordId::UNKNOWN,
                "{word:?} of {phrase:?} is in no table"
            );
            (id, sign)
        }));
        self.ends.push(self.steps.len() as u32);
    }

    fn phrases(&self) -> impl Iterator<Item = &[Step]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let from = std::mem::replace(&mut start, end as usize);
            &self.steps[from..end as usize]
        })
    }

    /// From the last word to the first; the sign before a word stands behind the word before it.
    fn reversed(&self) -> Written {
        let steps = self.phrases().flat_map(|steps| {
            let signs = std::iter::once(false).chain(steps.iter().rev().map(|step| step.1));
            let words = steps.iter().rev().zip(signs);
            words.map(|(step, sign)| (step.0, sign))
        });
        Written {
            steps: steps.collect(),
            ends: self.ends.clone(),
        }
    }

    /// The phrases by their words, each with its number; of equal ones the first stays first.
    fn sorted(&self) -> Vec<(&[Step], u32)> {
        let mut sorted: Vec<_> = self.phrases().zip(0..).collect();
        sorted.sort_by(|(a, _), (b, _)| words(a).cmp(words(b)));
        sorted
    }

    fn trie(&self) -> Trie {
        Trie::new(&self.sorted())
    }
}

fn words(phrase: &[Step]) -> impl Iterator<Item = WordId> {
    phrase.iter().map(|step| step.0)
}

/// A trie. Node 0 is its root, whose edges lie in an array, for they are asked for most; those of the
/// others lie in one row, node by node.
#[derive(Clone, Debug)]
pub(super) struct Trie {
    root: Box<[u32]>,
    nodes: Box<[Branches]>,
    edges: Box<[Edge]>,
}

/// What a node ends and what follows it.
#[derive(Clone, Copy, Debug, Default)]
struct Branches {
    /// 1 + the number of the value.
    value: u32,
    first: u32,
    count: u32,
}

#[derive(Clone, Copy, Debug)]
struct Edge {
    word: WordId,
    /// Whether a sign may stand before the word.
    sign: bool,
    node: u32,
}

/// More edges than these are searched by halves.
const FEW: usize = 8;

impl Trie {
    /// The trie of `phrases`, sorted by their words, with the numbers of their values.
    fn new(phrases: &[(&[Step], u32)]) -> Trie {
        let word = |phrase: &[Step], i: usize| phrase[i].0;
        let last = phrases.last().and_then(|(steps, _)| steps.first());
        let mut root = vec![0; last.map_or(0, |step| step.0.index() + 1)];
        let mut nodes = vec![Branches::default()];
        let mut edges = Vec::new();
        // The phrases behind each node are those that begin with the same words.
        let mut waiting = VecDeque::from([(0, phrases, 0)]);
        while let Some((node, phrases, length)) = waiting.pop_front() {
            let ends = phrases.partition_point(|(steps, _)| steps.len() == length);
            let (ended, going) = phrases.split_at(ends);
            let first = edges.len() as u32;
            for same in going.chunk_by(|(a, _), (b, _)| word(a, length) == word(b, length)) {
                let word = word(same[0].0, length);
                let next = nodes.len() as u32;
                nodes.push(Branches::default());
                if node == 0 {
                    root[word.index()] = next;
                } else {
                    let sign = same.iter().any(|(steps, _)| steps[length].1);
                    let node = next;
                    edges.push(Edge { word, sign, node });
                }
                waiting.push_back((next as usize, same, length + 1));
            }
            nodes[node] = Branches {
                value: ended.first().map_or(0, |(_, value)| value + 1),
                first,
                count: edges.len() as u32 - first,
            };
        }
        Trie {
            root: root.into(),
            nodes: nodes.into(),
            edges: edges.into(),
        }
    }

    /// The node behind a first word.
    #[inline]
    pub(super) fn first(&self, id: WordId) -> Option<u32> {
        self.root.get(id.index()).copied().filter(|&node| node != 0)
    }

    /// Whether a phrase begins with the word.
    #[inline]
    pub(super) fn begins(&self, id: WordId) -> bool {
        self.root.get(id.index()).is_some_and(|&node| node != 0)
    }

    /// The node behind the next word; `sign` says whether a sign stands before it, and `None` what
    /// no phrase goes on over. Most words are no next one, so it is asked last.
    #[inline]
    pub(super) fn next(
        &self,
        node: u32,
        id: WordId,
        sign: impl FnOnce() -> Option<bool>,
    ) -> Option<u32> {
        let Branches { first, count, .. } = self.nodes[node as usize];
        let edges = &self.edges[first as usize..][..count as usize];
        let edge = match count as usize {
            ..=FEW => edges.iter().find(|edge| edge.word == id)?,
            _ => &edges[edges.binary_search_by_key(&id, |edge| edge.word).ok()?],
        };
        let sign = sign()?;
        (edge.sign || !sign).then_some(edge.node)
    }

    #[inline]
    pub(super) fn value_at(&self, node: u32) -> Option<u32> {
        self.nodes[node as usize].value.checked_sub(1)
    }
}
