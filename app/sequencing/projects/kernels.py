"""The inner loops of the search over schedules: generation, justification and the genetic step.

Everything is integers in flat arrays, in the part of Python that numba compiles. All loops live in this one
file because the compiler's cache does not notice a change in another file.

A network says what precedes job j: other[first[j]:first[j + 1]], and j starts at the earliest `lag` after the
start of that job. The backward network says the same for reversed time. Demands and capacities of up to four
resources are packed into one word, 15 bits each, the highest of them a guard that shows a negative remainder.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from app.sequencing.projects.acceleration import compiled

Ints = Any
"""An array of 64-bit integers; what numba sees has no finer type."""

ROWS = 11
"""Rows of room that a population needs."""
CHANCE, REACH, PARALLEL_PERCENT = 30, 30, 50
"""How rarely and how far a child's keys are moved, and how often it is generated through time."""

_MODULUS = 2147483647


class Network(NamedTuple):
    """What precedes each job in one direction of time."""

    first: Ints
    other: Ints
    lag: Ints
    release: Ints


class Work(NamedTuple):
    """The jobs and the capacities, and room to work in; `free` is full between calls, `counts` is zero."""

    duration: Ints
    need: Ints
    full: Ints
    guard: Ints
    free: Ints
    counts: Ints
    rows: Ints
    random: Ints


class Population(NamedTuple):
    """The schedules that take part: a row of starts and a makespan each; the last row is the child's."""

    starts: Ints
    makespans: Ints


@compiled
def draw(random: Ints, limit: int) -> int:
    """A pseudo-random number below `limit`; the state is random[0] (Lehmer's generator)."""
    random[0] = random[0] * 48271 % _MODULUS
    return random[0] % limit  # type: ignore[no-any-return]


@compiled
def in_order(keys: Ints, network: Network, work: Work) -> None:
    """Write into work.rows[0] the jobs by rising key, each after everything that precedes it.

    Keys lie in 0..counts.size - 2. Keys that are equal keep the order of the numbers.
    """
    order, by_key, stack, cursor, placed = (
        work.rows[0],
        work.rows[1],
        work.rows[2],
        work.rows[3],
        work.rows[4],
    )
    counts = work.counts
    count = keys.shape[0]
    highest = 0
    for job in range(count):
        counts[keys[job] + 1] += 1
        highest = max(highest, keys[job] + 1)
        placed[job] = 0
    for key in range(1, highest + 1):
        counts[key] += counts[key - 1]
    for job in range(count):
        by_key[counts[keys[job]]] = job
        counts[keys[job]] += 1
    for key in range(highest + 1):
        counts[key] = 0
    at = 0
    for rank in range(count):
        if placed[by_key[rank]]:
            continue
        stack[0] = by_key[rank]
        cursor[0] = network.first[by_key[rank]]
        depth = 0
        while depth >= 0:
            job = stack[depth]
            waiting = -1
            while cursor[depth] < network.first[job + 1]:
                before = network.other[cursor[depth]]
                cursor[depth] += 1
                if not placed[before]:
                    waiting = before
                    break
            if waiting >= 0:
                depth += 1
                stack[depth] = waiting
                cursor[depth] = network.first[waiting]
            else:
                placed[job] = 1
                order[at] = job
                at += 1
                depth -= 1


@compiled
def fits_at(work: Work, job: int, moment: int) -> bool:
    """Whether the capacity left at the moment holds the job."""
    if work.duration[job] == 0:
        return True
    for word in range(work.free.shape[0]):
        if (work.free[word, moment] + work.guard[0] - work.need[word, job]) & work.guard[0] != work.guard[0]:
            return False
    return True


@compiled
def insert(eligible: Ints, waiting: int, rank: Ints, job: int) -> int:
    """Put the job into the first `waiting` of `eligible`, which are in order of rank; returns how many."""
    place = waiting
    while place > 0 and rank[eligible[place - 1]] > rank[job]:
        eligible[place] = eligible[place - 1]
        place -= 1
    eligible[place] = job
    return waiting + 1


@compiled
def serial(network: Network, work: Work, starts: Ints) -> int:
    """Place each job of the order in work.rows[0] as early as it may; returns the makespan."""
    order, need, free = work.rows[0], work.need, work.free
    words = free.shape[0]
    guard = work.guard[0]
    first_word = free[0]
    makespan = 0
    for place in range(starts.shape[0]):
        job = order[place]
        start = network.release[job]
        for link in range(network.first[job], network.first[job + 1]):
            start = max(start, starts[network.other[link]] + network.lag[link])
        length = work.duration[job]
        low = start
        at = start + length - 1
        spare = guard - need[0, job]
        while at >= low:
            fits = (first_word[at] + spare) & guard == guard
            for word in range(1, words):
                fits = fits and (free[word, at] + guard - need[word, job]) & guard == guard
            if fits:
                at -= 1
            else:
                low = start + length
                start = at + 1
                at = start + length - 1
        starts[job] = start
        for word in range(words):
            demand = need[word, job]
            for at in range(start, start + length):
                free[word, at] -= demand
        makespan = max(makespan, start + length)
    for word in range(words):
        free[word, :makespan] = work.full[word]
    return makespan


@compiled
def unlock(network: Network, opposite: Network, work: Work, starts: Ints, job: int, waiting: int) -> int:
    """Make eligible what only waited for this job to be placed; returns how many are eligible then."""
    missing, rank, ready = work.rows[2], work.rows[3], work.rows[4]
    for link in range(opposite.first[job], opposite.first[job + 1]):
        after = opposite.other[link]
        missing[after] -= 1
        if missing[after] == 0:
            for back in range(network.first[after], network.first[after + 1]):
                ready[after] = max(ready[after], starts[network.other[back]] + network.lag[back])
            waiting = insert(work.rows[1], waiting, rank, after)
    return waiting


@compiled
def parallel(network: Network, opposite: Network, work: Work, starts: Ints) -> int:
    """Go through time and start at each moment every job that may, in the order; returns the makespan."""
    order, eligible, missing, rank, ready = (
        work.rows[0],
        work.rows[1],
        work.rows[2],
        work.rows[3],
        work.rows[4],
    )
    running = work.rows[9]
    duration, free = work.duration, work.free
    count = starts.shape[0]
    waiting = active = placed = makespan = now = 0
    for place in range(count):
        job = order[place]
        rank[job] = place
        ready[job] = network.release[job]
        missing[job] = network.first[job + 1] - network.first[job]
        if missing[job] == 0:
            eligible[waiting] = job
            waiting += 1
    while placed < count:
        kept = 0
        began = active
        for place in range(waiting):
            job = eligible[place]
            if ready[job] <= now and fits_at(work, job, now):
                starts[job] = now
                end = now + duration[job]
                for word in range(free.shape[0]):
                    free[word, now:end] -= work.need[word, job]
                makespan = max(makespan, end)
                running[active] = job
                active += 1
            else:
                eligible[kept] = job
                kept += 1
        waiting = kept
        placed += active - began
        for place in range(began, active):
            waiting = unlock(network, opposite, work, starts, running[place], waiting)
        if active > began:
            continue
        following = makespan if makespan > now else -1
        kept = 0
        for place in range(active):
            end = starts[running[place]] + duration[running[place]]
            if end > now:
                following = min(following, end)
                running[kept] = running[place]
                kept += 1
        active = kept
        for place in range(waiting):
            if ready[eligible[place]] > now and (following < 0 or ready[eligible[place]] < following):
                following = ready[eligible[place]]
        now = following
    for word in range(free.shape[0]):
        free[word, :makespan] = work.full[word]
    return makespan


@compiled
def turn(starts: Ints, makespan: int, work: Work, keys: Ints) -> None:
    """The starts of the same schedule seen from its end: as keys, or as starts in reversed time."""
    for job in range(starts.shape[0]):
        keys[job] = makespan - starts[job] - work.duration[job]


@compiled
def improve(forward: Network, backward: Network, work: Work, starts: Ints, makespan: int) -> int:
    """Justify to the right and to the left again as long as that shortens; `starts` is overwritten.

    Where links with lags let an order make things longer, what was there before stays.
    """
    keys, reversed_starts, better = work.rows[5], work.rows[6], work.rows[10]
    while True:
        turn(starts, makespan, work, keys)
        in_order(keys, backward, work)
        turned = serial(backward, work, reversed_starts)
        turn(reversed_starts, turned, work, keys)
        in_order(keys, forward, work)
        shorter = serial(forward, work, better)
        if shorter <= makespan:
            starts[:] = better
        if shorter >= makespan:
            return makespan
        makespan = shorter


@compiled
def cross(mother: Ints, father: Ints, length: int, high: int, work: Work, keys: Ints) -> None:
    """Keys of a child: a stretch of time from the mother, what she has before and after by the father.

    `length` is the mother's makespan; every start lies below `high`.
    """
    span = length // 4 + draw(work.random, max(1, length // 2))
    begin = draw(work.random, max(1, length - span + 1))
    for job in range(mother.shape[0]):
        if mother[job] < begin:
            keys[job] = father[job]
        elif mother[job] < begin + span:
            keys[job] = high + mother[job]
        else:
            keys[job] = 2 * high + father[job]


@compiled
def disturb(keys: Ints, random: Ints, chance: int, reach: int) -> None:
    """Move the keys of one job in `chance` by up to `reach`."""
    for job in range(keys.shape[0]):
        if draw(random, chance) == 0:
            keys[job] = max(0, keys[job] + draw(random, 2 * reach + 1) - reach)


@compiled
def tournament(makespans: Ints, random: Ints) -> int:
    """The better of two schedules drawn from all but the last row."""
    size = makespans.shape[0] - 1
    one, other = draw(random, size), draw(random, size)
    return other if makespans[other] < makespans[one] else one


@compiled
def generate(network: Network, opposite: Network, work: Work, keys: Ints, starts: Ints) -> int:
    """A schedule by the keys: in half of the cases through time, otherwise job by job."""
    in_order(keys, network, work)
    if draw(work.random, 100) < PARALLEL_PERCENT:
        return parallel(network, opposite, work, starts)
    return serial(network, work, starts)


@compiled
def same(one: Ints, other: Ints) -> bool:
    """Whether two rows hold the same."""
    place = 0
    while place < one.shape[0] and one[place] == other[place]:
        place += 1
    return place == one.shape[0]  # type: ignore[no-any-return]


@compiled
def breed(forward: Network, backward: Network, work: Work, population: Population, one: int, two: int) -> int:
    """Write the improved child of two schedules into the last row; returns its makespan.

    Half of the children are crossed and generated in reversed time.
    """
    starts, makespans = population.starts, population.makespans
    child = starts[makespans.shape[0] - 1]
    keys, reversed_starts, mother, father = work.rows[5], work.rows[6], work.rows[7], work.rows[8]
    high = max(makespans[one], makespans[two]) + REACH + 1
    if draw(work.random, 2) == 0:
        cross(starts[one], starts[two], makespans[one], high, work, keys)
        disturb(keys, work.random, CHANCE, REACH)
        makespan = generate(forward, backward, work, keys, child)
    else:
        turn(starts[one], makespans[one], work, mother)
        turn(starts[two], makespans[two], work, father)
        cross(mother, father, makespans[one], high, work, keys)
        disturb(keys, work.random, CHANCE, REACH)
        turned = generate(backward, forward, work, keys, reversed_starts)
        turn(reversed_starts, turned, work, keys)
        in_order(keys, forward, work)
        makespan = serial(forward, work, child)
    return improve(forward, backward, work, child, makespan)


@compiled
def keep(population: Population, random: Ints) -> bool:
    """Put the last row in the place of a worst one, unless it is worse still or there already."""
    starts, makespans = population.starts, population.makespans
    size = makespans.shape[0] - 1
    begin = draw(random, size)
    worst = begin
    for step in range(size):
        row = (begin + step) % size
        if makespans[row] > makespans[worst]:
            worst = row
        if makespans[row] == makespans[size] and same(starts[row], starts[size]):
            return False
    if makespans[size] > makespans[worst]:
        return False
    starts[worst, :] = starts[size]
    makespans[worst] = makespans[size]
    return True


@compiled
def evolve(forward: Network, backward: Network, work: Work, population: Population, births: int) -> None:
    """Let so many children be born, each of two parents that won a draw."""
    makespans = population.makespans
    for _ in range(births):
        one = tournament(makespans, work.random)
        two = tournament(makespans, work.random)
        while two == one:
            two = draw(work.random, makespans.shape[0] - 1)
        makespans[makespans.shape[0] - 1] = breed(forward, backward, work, population, one, two)
        keep(population, work.random)


@compiled
def settle(
    forward: Network, backward: Network, work: Work, keys: Ints, population: Population, row: int
) -> None:
    """Fill a row of the population with the improved schedule by the keys."""
    starts = population.starts[row]
    makespan = generate(forward, backward, work, keys, starts)
    population.makespans[row] = improve(forward, backward, work, starts, makespan)
