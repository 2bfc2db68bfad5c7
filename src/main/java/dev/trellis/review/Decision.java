package dev.trellis.review;

/** What a person decided about one item. */
sealed interface Decision {

    /** Stable code, stored and audited. */
    String code();

    record Accepted() implements Decision {
        @Override
        public String code() {
            return "ACCEPTED";
        }
    }

    record Edited(Edit edit) implements Decision {
        @Override
        public String code() {
            return "EDITED";
        }
    }

    /** @param words may be empty */
    record Rejected(RejectReason reason, String words) implements Decision {
        @Override
        public String code() {
            return "REJECTED";
        }
    }
}
