"""Who stands at which post today?

Absence blocks: a post is filled by a person who was seen there, never by a name on a list, and
an empty one ends what needs it.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended
from showclear.kernel.people import HANDLER_CRED, apart_rules, has_paper, minor_rules, office_rules
from showclear.kernel.policy import Policy, is_no_fire
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import State, drop, put
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Mode, Role, Tone

POST_FIT = Rule(
    code="POST-FIT",
    title="A post is filled by a person whose work it is",
    layer=Layer.STOP,
    laws=(13,),
    sources=("qualified-handler-named", "medic-in-place"),
)
POST_SAFETY = Rule(
    code="POST-SAFETY",
    title="The safety post is not filled by whoever drives the schedule",
    layer=Layer.STOP,
    laws=(13,),
    sources=("safety-role-not-schedule-role", "safety-advisor-independent"),
)
POST_ONE = Rule(
    code="POST-ONE",
    title="One person stands at one post",
    layer=Layer.STOP,
    laws=(3, 13),
    sources=("no-other-duties", "safety-advisor-independent"),
)
NOTICE_DAY = Rule(
    code="NOTICE-DAY",
    title="Notice of weapons is given for the day that is open",
    layer=Layer.TELLING,
    laws=(11,),
    tone=Tone.NOT_YET,
)

RULES = (POST_FIT, POST_SAFETY, POST_ONE, NOTICE_DAY)


def fill_rules(case: Case[a.FillPost]) -> Iterator[Bite]:
    """Yield why this person does not fill this post."""
    post, who = case.act.post, case.act.who
    yield from office_rules(case, who)
    yield from apart_rules(case, who)
    yield from minor_rules(case, who)
    roles = case.state.people[who].roles if who in case.state.people else ()
    if post not in roles:
        yield POST_FIT.refuses(person=who, post=post.value)
    if post is Role.ARMORER and not has_paper(case, who, None):
        yield HANDLER_CRED.refuses(person=who)
    if post is Role.SAFETY and Role.AD in roles:
        yield POST_SAFETY.refuses(person=who)
    held = [each for each, at in case.state.posts.items() if at == who and each != post.value]
    if held:
        yield POST_ONE.refuses(person=who, post=held[0])


def fill_post(case: Case[a.FillPost]) -> tuple[e.Event, ...]:
    """Return that somebody stands at this post; whoever stood there before has left it."""
    post, who = case.act.post, case.act.who
    before = case.state.posts.get(post.value, who)
    gone = left(case.state, case.policy, post) if before != who else ()
    return (*gone, e.PostFilled(post=post, person=who))


def leave_post(case: Case[a.LeavePost]) -> tuple[e.Event, ...]:
    """Return the empty post, whether the person left it or never came."""
    return left(case.state, case.policy, case.act.post)


def left(state: State, policy: Policy, post: Role) -> tuple[e.Event, ...]:
    """Return the empty post and the end of every call and clearance that needs it."""
    needing = [each for each in state.weapons.values() if _needs(each, policy, post)]
    lines = state.lines if post in (*policy.posts, *policy.posts_hot) else ()
    return (
        e.PostLeft(post=post),
        *all_ended(needing, "POST-LEFT"),
        *(e.LineVoided(line=each, cause="POST-LEFT") for each in lines),
    )


def _needs(weapon: Weapon, policy: Policy, post: Role) -> bool:
    shown = weapon.clearance or weapon.showing
    is_hot = shown is not None and shown.mode is Mode.HOT
    by_class = post in policy.posts and not is_no_fire(weapon.weapon_class)
    return by_class or (post in policy.posts_hot and is_hot)


def notice_rules(case: Case[a.GiveNotice]) -> Iterator[Bite]:
    """Yield why this notice does not count."""
    yield from office_rules(case)
    if case.state.day is None or not case.state.day.is_open:
        yield NOTICE_DAY.refuses()


def give_notice(case: Case[a.GiveNotice]) -> tuple[e.Event, ...]:
    """Return that those around were told of this day's weapons."""
    if case.state.day is None:
        return ()  # Only in a replay without the rule that the day is open.
    return (e.NoticeGiven(day=case.state.day.id, told=case.act.told),)


def is_noticed(state: State) -> bool:
    """Say whether those around were told on the day that is open."""
    return state.day is not None and state.day.is_open and state.noticed == state.day.id


def post_filled(state: State, event: e.PostFilled) -> State:
    return replace(state, posts=put(state.posts, event.post.value, event.person))


def post_left(state: State, event: e.PostLeft) -> State:
    return replace(state, posts=drop(state.posts, event.post.value))


def notice_given(state: State, event: e.NoticeGiven) -> State:
    return replace(state, noticed=event.day)


JUDGES = {
    a.FillPost: Judge(fill_rules, fill_post),
    a.LeavePost: Judge(no_rules, leave_post),
    a.GiveNotice: Judge(notice_rules, give_notice),
}

EVOLVERS = {
    e.PostFilled: post_filled,
    e.PostLeft: post_left,
    e.NoticeGiven: notice_given,
}
