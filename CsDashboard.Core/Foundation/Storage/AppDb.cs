using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// The database as one actor sees it. It has no table properties: a room's tables are extension properties in the room's
/// own file, so this class does not grow. Opened only by <see cref="Store"/>.
/// </summary>
public abstract class AppDb(DbContextOptions options) : DbContext(options)
{
    // A field of the context, not a captured value, since the model and its filters are cached across tenants.
    private Guid tenantId;
    private readonly List<StoredEvent> recorded = [];
    private readonly List<Topic> topics = [];

    // For fewer events, compiling the insert takes longer than it saves.
    private const int ManyEvents = 20;
    private readonly Dictionary<(Guid Company, Type), object> once = [];

    public Actor Actor { get; private set; } = null!;

    /// <summary>What to announce once the transaction is committed.</summary>
    internal News News => new([.. recorded], [.. topics.Distinct()]);

    internal AppDb As(Actor actor, bool tracking)
    {
        (Actor, tenantId) = (actor, actor.TenantId);
        recorded.Clear();
        topics.Clear();
        once.Clear();
        ChangeTracker.QueryTrackingBehavior = tracking ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        return this;
    }

    /// <summary>The same transaction seen as another actor; for the pump, which serves every company.</summary>
    internal void Switch(Actor actor) => (Actor, tenantId) = (actor, actor.TenantId);

    /// <summary>
    /// For handlers: whatever follows from history that is being entered is history, too, equally old, and nobody is notified.
    /// </summary>
    internal void AsOf<T>(Recorded<T> happening)
        where T : IEvent
    {
        if (happening.Silent)
            Actor = Actor with { Clock = new StandingClock(happening.At), Silent = true };
    }

    /// <summary>
    /// For handlers: the company's rules of one kind, read once for a whole batch of events, since no handler changes them.
    /// </summary>
    internal async Task<T> Once<T>(Func<AppDb, Task<T>> read)
        where T : class
    {
        if (once.TryGetValue((tenantId, typeof(T)), out var known))
            return (T)known;
        var rules = await read(this);
        once[(tenantId, typeof(T))] = rules;
        return rules;
    }

    /// <summary>Writes down what happened, in the transaction of the change itself. Everybody else learns of it from there.</summary>
    public void Record(IEvent happening)
    {
        var row = StoredEvent.Of(happening, Actor);
        recorded.Add(row);
        Add(row);
    }

    /// <summary>
    /// As <see cref="Record"/>, for many events of one act, past EF's change tracker. Not for events that outside programs get: their
    /// frames carry the event's number, which a bulk insert does not return.
    /// </summary>
    internal async Task RecordAll(IReadOnlyList<IEvent> happenings)
    {
        if (happenings.Count < ManyEvents)
        {
            foreach (var happening in happenings)
                Record(happening);
            return;
        }
        if (happenings.FirstOrDefault(h => h.Live is not null) is { } told)
            throw new InvalidOperationException($"A {told.GetType().Name} is told to programs outside and must be recorded by itself.");
        var rows = happenings.Select(h => StoredEvent.Of(h, Actor)).ToList();
        await this.InsertAll(rows);
        recorded.AddRange(rows);
    }

    /// <summary>Says "look again" to a topic once the transaction is committed; for what is live but no event of its own.</summary>
    public void AnnounceAfterCommit(Topic topic) => topics.Add(topic);

    /// <summary>
    /// Everything read until it is disposed is as of one moment, whatever is written meanwhile; nobody waits for it.
    /// For reads that compare many rows with each other.
    /// </summary>
    public async Task<DbTransaction> Moment(CancellationToken cancellation = default)
    {
        await Database.OpenConnectionAsync(cancellation);
        var moment = await Snapshot(Database.GetDbConnection(), cancellation);
        await Database.UseTransactionAsync(moment, cancellation);
        return moment;
    }

    protected abstract Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken cancellation);

    /// <summary>A mark in the news to return to when part of the transaction is rolled back.</summary>
    internal (int Recorded, int Topics) NewsMark => (recorded.Count, topics.Count);

    /// <summary>Forgets what came after the mark; the change itself was rolled back.</summary>
    internal void Undo((int Recorded, int Topics) mark)
    {
        once.Clear();
        recorded.RemoveRange(mark.Recorded, recorded.Count - mark.Recorded);
        topics.RemoveRange(mark.Topics, topics.Count - mark.Topics);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Detected once here; the guard and the base class would each do it again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            GuardTenant();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private void GuardTenant()
    {
        foreach (var entry in ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.State == EntityState.Added && entry.Entity.TenantId == Guid.Empty)
                entry.Entity.TenantId = tenantId;
            if (entry.Entity.TenantId != tenantId || tenantId == Guid.Empty)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another company was about to be saved.");
        }
    }

    /// <summary>The day of UTC as <see cref="DateOnly.DayNumber"/> counts it; in queries alone, where rows are grouped by it.</summary>
    public static long DayOf(DateTimeOffset at) => throw new InvalidOperationException("DayOf is for queries: " + at);

    /// <summary>The body of <see cref="DayOf"/> in the language of the engine.</summary>
    protected abstract SqlExpression Day(SqlExpression at);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDbFunction(typeof(AppDb).GetMethod(nameof(DayOf))!).HasTranslation(arguments => Day(arguments[0]));
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)))
        {
            var row = Expression.Parameter(entity.ClrType, "row");
            var mine = Expression.Equal(
                Expression.Property(row, nameof(ITenantOwned.TenantId)),
                Expression.Field(Expression.Constant(this, typeof(AppDb)), nameof(tenantId))
            );
            entity.SetQueryFilter(Expression.Lambda(mine, row));
        }
    }
}
