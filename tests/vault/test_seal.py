"""The desk passphrase: what it seals, what it keeps out, and what is left when the power goes."""

import json

import pytest

from coopdesk.errors import CoopDeskError, Locked
from coopdesk.texts import Text
from coopdesk.vault import seal
from coopdesk.vault.sealed import BOXES, SealedStore
from coopdesk.vault.stores import MAX_LENGTH

OLD, NEW, WRONG = "নদীর ধারে সাতটি নীল হাঁস", "seven blue geese by a river", "something else altogether"
SECRETS = {"page": "Vq7#mulberry", "page.next": "সমবায়-৯১-নতুন", "page.past": "$argon2id$v=19$one", "group": "x" * 400}
ENTRIES = (*SECRETS, "nothing kept here")


class Crash(Exception):
    """The power goes."""


class Breaking:
    """A store in memory whose power goes after a number of writes."""

    def __init__(self) -> None:
        self.held: dict[str, str] = dict(SECRETS)
        self.writes_left = 10**6

    def name(self) -> Text:
        return Text("স্মৃতি", "memory")

    def read(self, entry: str) -> str | None:
        return self.held.get(entry)

    def holds(self, entry: str) -> bool:
        return entry in self.held

    def write(self, entry: str, secret: str) -> None:
        self._spend()
        self.held[entry] = secret

    def erase(self, entry: str) -> None:
        self._spend()
        self.held.pop(entry, None)

    def _spend(self) -> None:
        if not self.writes_left:
            raise Crash
        self.writes_left -= 1


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys quickly: how long it takes is measured elsewhere."""
    monkeypatch.setattr(seal, "MEMORY_KIB", 8)
    monkeypatch.setattr(seal, "PASSES", 1)


def sealed_in(inner: Breaking, expected: bool = False) -> SealedStore:
    """Return a store as a new start finds it; `expected`: this computer noted that a passphrase is on."""
    return SealedStore(inner, "here", lambda: expected)


@pytest.fixture
def inner() -> Breaking:
    return Breaking()


@pytest.fixture
def store(inner: Breaking) -> SealedStore:
    """Return a store that a desk passphrase has sealed, and that is open."""
    store = sealed_in(inner)
    store.turn_on(OLD, ENTRIES)
    return store


def found(inner: Breaking, passphrase: str) -> dict[str, str | None]:
    """Return what a new start finds with a passphrase."""
    store = sealed_in(inner)
    assert not store.is_on() or store.unlock(passphrase, ENTRIES)
    return {entry: store.read(entry) for entry in SECRETS}


def test_without_a_passphrase_everything_passes_through(inner: Breaking) -> None:
    store = sealed_in(inner)
    store.write("page", "plain")

    assert inner.held["page"] == "plain"
    assert not store.is_on()


def test_what_is_sealed_shows_nothing_and_comes_back(inner: Breaking, store: SealedStore) -> None:
    shown = json.dumps(inner.held)

    assert not any(secret in shown for secret in (*SECRETS.values(), OLD))
    assert {entry: store.read(entry) for entry in SECRETS} == SECRETS
    assert found(inner, OLD) == SECRETS
    assert all(len(kept) <= MAX_LENGTH for kept in inner.held.values())


def test_a_passphrase_is_the_same_however_its_letters_were_typed(inner: Breaking) -> None:
    sealed_in(inner).turn_on("সমবা\u09df ও ছা\u09df\u09be", ENTRIES)

    assert found(inner, "  সমবায\u09bc ও ছায\u09bc\u09be") == SECRETS


def test_a_locked_store_gives_and_takes_nothing(inner: Breaking, store: SealedStore) -> None:
    store.lock()
    before = dict(inner.held)

    for deed in (lambda: store.read("page"), lambda: store.write("page", "new")):
        with pytest.raises(Locked) as locked:
            deed()
        assert locked.value.key == "vault.sealed"
    assert not store.unlock(WRONG, ENTRIES)
    assert not store.is_open()
    assert not store.change(WRONG, NEW, ENTRIES)
    assert not store.turn_off(WRONG, ENTRIES)
    assert inner.held == before


def test_another_windows_change_of_the_passphrase_locks_this_one(inner: Breaking, store: SealedStore) -> None:
    assert sealed_in(inner).change(OLD, NEW, ENTRIES)

    with pytest.raises(Locked):
        store.write("page", "sealed with a key that nobody has")
    assert not store.unlock(OLD, ENTRIES)
    assert store.unlock(NEW, ENTRIES)


def test_a_passphrase_that_another_window_turned_off_is_off_here_too(inner: Breaking, store: SealedStore) -> None:
    assert sealed_in(inner).turn_off(OLD, ENTRIES)

    store.write("page", "plain by now")
    assert inner.held["page"] == "plain by now"
    assert not store.is_open()


def test_a_sealed_secret_opens_only_where_it_was_put(inner: Breaking, store: SealedStore) -> None:
    inner.held["group"] = inner.held["page"]

    with pytest.raises(CoopDeskError) as moved:
        store.read("group")
    assert moved.value.key == "vault.unreadable"


@pytest.mark.parametrize("spoil", ["cut", "flipped", "no base64"])
def test_a_sealed_secret_that_was_altered_is_unreadable(inner: Breaking, store: SealedStore, spoil: str) -> None:
    kept = inner.held["page"]
    inner.held["page"] = {"cut": kept[:-24], "flipped": kept[:-6] + "AAAA==", "no base64": kept[:-4] + "???="}[spoil]

    with pytest.raises(CoopDeskError) as altered:
        store.read("page")
    assert altered.value.key == "vault.unreadable"


_BAD_BOX = '{"boxes":[{"to":"a","salt":"AAAA","memory":%d,"passes":1,"closed":"%s"}],"moving":false}'


@pytest.mark.parametrize(
    "boxes", [None, "no boxes", '{"boxes": [{}], "moving": false}', _BAD_BOX % (1 << 40, "AAAA"), _BAD_BOX % (8, "?")]
)
def test_boxes_that_somebody_deleted_are_missed(inner: Breaking, boxes: str | None) -> None:
    sealed_in(inner).turn_on(OLD, ENTRIES)
    inner.held.pop(BOXES)
    if boxes is not None:
        inner.held[BOXES] = boxes
    store = sealed_in(inner)

    with pytest.raises(CoopDeskError) as lost:
        store.unlock(OLD, ENTRIES)
    assert lost.value.key == "vault.keys_gone"
    if boxes is None:
        with pytest.raises(CoopDeskError) as lost:
            store.read("page")
        assert lost.value.key == "vault.seal_lost"


def test_what_would_not_fit_is_said_before_anything_is_sealed(inner: Breaking) -> None:
    inner.held["group"] = "ক" * 400
    before = dict(inner.held)

    with pytest.raises(CoopDeskError) as refused:
        sealed_in(inner).turn_on(OLD, ENTRIES)
    assert refused.value.key == "vault.too_long_sealed"
    assert inner.held == before


def test_nothing_is_written_plain_where_somebody_deleted_the_keys(inner: Breaking, store: SealedStore) -> None:
    opened = sealed_in(inner, expected=True)
    assert opened.unlock(OLD, ENTRIES)
    inner.held.pop(BOXES)

    for one in (opened, sealed_in(inner, expected=True)):
        with pytest.raises(CoopDeskError) as refused:
            one.write("page", "plain for whoever deleted them")
        assert refused.value.key == "vault.keys_gone"
    assert sealed_in(inner, expected=True).is_on()


def test_who_forgot_the_passphrase_starts_anew(inner: Breaking, store: SealedStore) -> None:
    inner.held["plain"] = "kept before"
    store.start_anew((*ENTRIES, "plain"))

    assert inner.held == {"plain": "kept before"}
    assert not store.is_open()
    sealed_in(inner).turn_on(NEW, ("plain",))
    assert found_one(inner, NEW, "plain") == "kept before"


def found_one(inner: Breaking, passphrase: str, entry: str) -> str | None:
    store = sealed_in(inner)
    assert store.unlock(passphrase, ENTRIES)
    return store.read(entry)


@pytest.mark.parametrize("deed", ["turn off", "change", "carry on"])
def test_an_entry_that_does_not_open_keeps_no_other_one_locked(inner: Breaking, store: SealedStore, deed: str) -> None:
    inner.held["group"] = inner.held["group"][:-8] + "AAAAAA=="
    match deed:
        case "turn off":
            assert store.turn_off(OLD, ENTRIES)
            assert inner.held["page"] == SECRETS["page"]
        case "change":
            assert store.change(OLD, NEW, ENTRIES)
            assert found_one(inner, NEW, "page") == SECRETS["page"]
        case "carry on":
            inner.writes_left = 2
            with pytest.raises(Crash):
                store.change(OLD, NEW, ENTRIES)
            inner.writes_left = 10**6
            assert found_one(inner, NEW, "page") == SECRETS["page"]


def test_what_other_keys_sealed_keeps_nobody_from_sealing(inner: Breaking, store: SealedStore) -> None:
    inner.held.pop(BOXES)
    inner.held["group"] = "plain by now"
    other = sealed_in(inner)
    other.turn_on(NEW, ENTRIES)

    assert found_one(inner, NEW, "group") == "plain by now"
    with pytest.raises(CoopDeskError) as lost:
        other.read("page")
    assert lost.value.key == "vault.seal_lost"


@pytest.mark.parametrize("deed", ["unlock", "change"])
def test_a_screen_that_locks_while_a_key_is_derived_stays_locked(
    inner: Breaking, store: SealedStore, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    derive = seal._derive

    def locks(*arguments: object) -> bytes:
        store.lock()
        return derive(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(seal, "_derive", locks)
    assert store.unlock(OLD, ENTRIES) if deed == "unlock" else store.change(OLD, NEW, ENTRIES)
    assert not store.is_open()


def crashes(inner: Breaking, deed: str) -> list[dict[str, str]]:
    """Return what a power cut leaves after each write of a deed, the last one being the whole deed."""
    begun, left = dict(inner.held), []
    for writes in range(100):
        inner.held, inner.writes_left = dict(begun), writes
        store = sealed_in(inner)
        try:
            match deed:
                case "turn on":
                    store.turn_on(NEW, ENTRIES)
                case "change":
                    store.change(OLD, NEW, ENTRIES)
                case "turn off":
                    store.turn_off(OLD, ENTRIES)
        except Crash:
            left.append(dict(inner.held))
        else:
            return [*left, dict(inner.held)]
        finally:
            inner.writes_left = 10**6
    raise AssertionError("it never ends")


@pytest.mark.parametrize("with_new", [False, True])
def test_a_power_cut_while_changing_leaves_the_old_passphrase_or_the_new_one(
    inner: Breaking, store: SealedStore, with_new: bool
) -> None:
    states = crashes(inner, "change")
    assert len(states) > len(SECRETS)
    for at, state in enumerate(states):
        first, last = at == 0, at == len(states) - 1
        inner.held = dict(state)
        chosen = NEW if last or (with_new and not first) else OLD
        assert found(inner, chosen) == SECRETS
        # Whichever opened them is the only one that does from then on.
        assert not sealed_in(inner).unlock(OLD if chosen == NEW else NEW, ENTRIES)
        assert found(inner, chosen) == SECRETS


def test_a_power_cut_while_turning_it_on_leaves_every_secret(inner: Breaking) -> None:
    states = crashes(inner, "turn on")
    assert len(states) > len(SECRETS)
    for at, state in enumerate(states):
        inner.held = dict(state)
        assert found(inner, NEW) == SECRETS
        shown = json.dumps(inner.held)
        assert at == 0 or not any(secret in shown for secret in SECRETS.values())


def test_a_power_cut_while_turning_it_off_leaves_every_secret(inner: Breaking, store: SealedStore) -> None:
    states = crashes(inner, "turn off")
    assert len(states) > len(SECRETS)
    for at, state in enumerate(states):
        inner.held = dict(state)
        assert found(inner, OLD) == SECRETS
        assert at == 0 or inner.held == SECRETS


def test_a_keyring_that_refuses_half_way_leaves_the_open_window_at_work(inner: Breaking, store: SealedStore) -> None:
    inner.writes_left = 3
    with pytest.raises(Crash):
        store.change(OLD, NEW, ENTRIES)
    inner.writes_left = 10**6

    assert {entry: store.read(entry) for entry in SECRETS} == SECRETS
    store.write("page", "kept meanwhile")
    assert found(inner, NEW) == {**SECRETS, "page": "kept meanwhile"}


def test_a_screen_that_locks_meanwhile_stays_locked(inner: Breaking, store: SealedStore) -> None:
    written = inner.write

    def write(entry: str, secret: str) -> None:
        written(entry, secret)
        if entry == "group":
            store.lock()

    inner.write = write  # type: ignore[method-assign]
    assert store.change(OLD, NEW, ENTRIES)
    assert not store.is_open()
    assert found(inner, NEW) == SECRETS
