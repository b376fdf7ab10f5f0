using System.Diagnostics;
using CsDashboard.Audit;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Analytics;

/// <summary>
/// Whether the parts of the system are healthy, against the targets (contract: enhanced, Targets): calls under 200 ms and the database
/// under 50 ms on average, fewer than 0.1 % of faults. Calls, events and the disk are those of the whole installation; nothing of another
/// company can be read off them.
/// </summary>
internal sealed class SystemFigures(Traffic traffic, AuditCheck check, IOptions<Settings> settings) : IFigures
{
    private const decimal GigaByte = 1_073_741_824;

    public string Room => Figures.SystemRoom;

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period)
    {
        var (now, calls) = (period.To, traffic.Now());
        var asked = Stopwatch.GetTimestamp();
        await db.Events.OrderByDescending(e => e.At).Select(e => e.Id).FirstOrDefaultAsync();
        var answered = (decimal)Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
#pragma warning disable RS0030 // Age and number alone, over all companies: one pump serves them all.
        var undelivered = await db
            .Events.IgnoreQueryFilters()
            .Where(e => e.DeliveredAt == null)
            .OrderBy(e => e.Id)
            .Select(e => (DateTimeOffset?)e.At)
            .FirstOrDefaultAsync();
#pragma warning restore RS0030
        var stuck = await db.FailedDeliveries.CountAsync();
        var due = db.Notifications.Where(n =>
            n.Status == Delivery.Pending && n.NextAttemptAt != null && (n.HeldUntil == null || n.HeldUntil <= now)
        );
        var mails = await due.CountAsync();
        var given = await FailedMessages.Of(db, period).CountAsync();
        var latest = await check.Latest(db.Actor);
        var (free, total) = Disk();
        Figure[] errors =
        [
            new Figure("api_faults", FigureUnit.Share, calls.FaultShare) { Of = calls.Calls }.Within(0.001m, 0.01m),
            new Figure("deliveries_failing", FigureUnit.Count, stuck).Within(0, 5),
            Figure.Waiting("mails_failed", given).Within(0, 10),
            new Figure("audit_faults", FigureUnit.Count, latest?.Outcome.Faults) { Of = latest?.Outcome.Links }.Within(0, 0),
        ];
        Figure[] health =
        [
            new Figure("api_calls", FigureUnit.Count, calls.Calls),
            new Figure("api_average", FigureUnit.Milliseconds, calls.AverageMs) { Of = calls.Calls }.Within(200, 1_000),
            new Figure("api_p95", FigureUnit.Milliseconds, calls.P95Ms) { Of = calls.Calls }.Within(500, 2_000),
            new Figure("database", FigureUnit.Milliseconds, answered).Within(50, 250),
            new Figure(
                "events_lag",
                FigureUnit.Seconds,
                undelivered is { } since ? Math.Max(0, (decimal)(now - since).TotalSeconds) : 0
            ).Within(5, 60),
            new Figure("mails_waiting", FigureUnit.Count, mails).Within(100, 1_000),
            new Figure("disk_free", FigureUnit.Bytes, free)
            {
                State =
                    free >= total / 10 && free >= GigaByte ? FigureState.Good
                    : free >= GigaByte ? FigureState.Watch
                    : FigureState.Bad,
            },
        ];
        // What is off target is one thing to look at.
        var off = Figure.Waiting("health_off", errors.Concat(health).Count(figure => figure.State == FigureState.Bad)).Within(0, 0);
        return [new FigureGroup("off", [off]), new FigureGroup("errors", errors), new FigureGroup("health", health)];
    }

    // The drive that holds the data folder: the one mounted at the longest prefix of its path.
    private (decimal Free, decimal Total) Disk()
    {
        var folder = Path.GetFullPath(settings.Value.DataFolder);
        var drive = DriveInfo
            .GetDrives()
            .Where(d => d.IsReady && folder.StartsWith(d.RootDirectory.FullName, StringComparison.Ordinal))
            .MaxBy(d => d.RootDirectory.FullName.Length);
        return drive is null ? (0, 0) : (drive.AvailableFreeSpace, drive.TotalSize);
    }
}
