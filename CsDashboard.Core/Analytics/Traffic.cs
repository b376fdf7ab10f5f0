namespace CsDashboard.Analytics;

/// <summary>
/// Counts the calls that this process answered: how many, how fast, how many failed by our own fault. Kept in memory, in slots of
/// ten seconds; times fall into buckets a fifth apart, so a p95 is accurate to that fifth.
/// </summary>
public sealed class Traffic(TimeProvider clock)
{
    private const int SlotSeconds = 10,
        Slots = 90,
        Steps = 64;
    private const double StepRatio = 1.2,
        FirstStepMs = 0.1;
    private readonly Lock door = new();
    private readonly Slot[] ring = [.. Enumerable.Range(0, Slots).Select(_ => new Slot())];

    public void Note(TimeSpan took, bool fault)
    {
        var step = (int)
            Math.Clamp(Math.Ceiling(Math.Log(Math.Max(took.TotalMilliseconds, FirstStepMs) / FirstStepMs, StepRatio)), 0, Steps - 1);
        var number = clock.GetUtcNow().ToUnixTimeSeconds() / SlotSeconds;
        lock (door)
        {
            var slot = ring[number % Slots];
            if (slot.Number != number)
                slot.Begin(number);
            slot.Calls++;
            slot.TotalMs += took.TotalMilliseconds;
            slot.Steps[step]++;
            if (fault)
                slot.Faults++;
        }
    }

    public TrafficNow Now()
    {
        var oldest = clock.GetUtcNow().ToUnixTimeSeconds() / SlotSeconds - Slots + 1;
        var (calls, faults, total, steps) = (0L, 0L, 0d, new long[Steps]);
        lock (door)
        {
            foreach (var slot in ring.Where(s => s.Number >= oldest))
            {
                (calls, faults, total) = (calls + slot.Calls, faults + slot.Faults, total + slot.TotalMs);
                for (var i = 0; i < Steps; i++)
                    steps[i] += slot.Steps[i];
            }
        }
        if (calls == 0)
            return new TrafficNow(0, null, null, null);
        var (at, below) = (0, steps[0]);
        while (below < calls * 0.95)
            below += steps[++at];
        return new TrafficNow(calls, (decimal)(total / calls), (decimal)(FirstStepMs * Math.Pow(StepRatio, at)), (decimal)faults / calls);
    }

    private sealed class Slot
    {
        public long Number = -1,
            Calls,
            Faults;
        public double TotalMs;
        public readonly long[] Steps = new long[Traffic.Steps];

        public void Begin(long number)
        {
            (Number, Calls, Faults, TotalMs) = (number, 0, 0, 0);
            Array.Clear(Steps);
        }
    }
}
