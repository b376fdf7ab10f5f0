using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>What somebody sees of the signals: a tier's delay after publication, or nothing. Staff see everything at once.</summary>
public sealed record SignalSight(string? Tier, TimeSpan? Delay)
{
    public static readonly SignalSight Everything = new(null, TimeSpan.Zero);

    public bool Nothing => Delay is null;

    /// <summary>From when on a signal published at this time is visible; null for never.</summary>
    public DateTimeOffset? SeesFrom(DateTimeOffset publishedAt) => publishedAt + Delay;

    public bool Sees(DateTimeOffset publishedAt, DateTimeOffset now) => SeesFrom(publishedAt) <= now;
}
