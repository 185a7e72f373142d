//! Bytes looked at sixty-four at a time: which of them are of a class, as a bit mask.

/// Bytes a block.
pub(super) const BLOCK: usize = 64;

/// The blocks of `bytes`; the last one is filled up with zeros.
pub(super) fn blocks(bytes: &[u8]) -> impl Iterator<Item = (usize, [u8; BLOCK])> {
    bytes.chunks(BLOCK).enumerate().map(|(i, chunk)| {
        let window = chunk.try_into().unwrap_or_else(|_| {
            let mut padded = [0; BLOCK];
            padded[..chunk.len()].copy_from_slice(chunk);
            padded
        });
        (i * BLOCK, window)
    })
}

/// One bit for each byte that `is_member` says 1 of, 0 of the others.
#[inline(always)]
pub(super) fn mask(window: &[u8; BLOCK], is_member: impl Fn(u8) -> u8) -> u64 {
    let mut members = [0u8; BLOCK];
    for (member, &byte) in members.iter_mut().zip(window) {
        *member = is_member(byte);
    }
    let mut mask = 0;
    for (i, eight) in members.chunks_exact(8).enumerate() {
        let mut word = [0; 8];
        word.copy_from_slice(eight);
        // Gathers the lowest bits of eight bytes in the highest byte.
        let bits = u64::from_le_bytes(word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        mask |= bits << (8 * i);
    }
    mask
}

/// The places of the bits of `mask`, lowest first.
#[inline]
pub(super) fn bits(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (mask != 0).then(|| mask.trailing_zeros() as usize);
        mask &= mask.wrapping_sub(1);
        at
    })
}
