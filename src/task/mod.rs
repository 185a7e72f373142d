//! Enumerated task lists (*danh mục nhiệm vụ*).
