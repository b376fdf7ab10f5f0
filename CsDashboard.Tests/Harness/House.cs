using System.Collections.Concurrent;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// All rooms of the product on a database of its own, with a clock that stands still and the cast in it; nothing of the web but where its
/// pages are. Nothing runs in the background: <see cref="Drain"/> delivers what was recorded.
/// </summary>
public sealed class House : NamedCast, IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsDatabase;

    private House(TestDatabase database, FakeClock clock, bool ownsDatabase, Action<IServiceCollection>? with)
    {
        (Database, Clock, this.ownsDatabase) = (database, clock, ownsDatabase);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(Log));
        collection.AddRooms();
        collection.AddSingleton<ILinks, Links>();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddOptions<Settings>().Configure(database.Configure);
        collection.WithCheapHashes();
        with?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>
    /// A house with the cast in it, on a fresh database. Further services are added, or replaced, by <paramref name="with"/>.
    /// </summary>
    public static async Task<House> On(DatabaseKind kind, Action<IServiceCollection>? with = null) =>
        new(await TestDatabase.Fresh(kind), new FakeClock(), ownsDatabase: true, with);

    /// <summary>A house that nobody lives in yet: migrated, no company.</summary>
    public static async Task<House> EmptyOn(DatabaseKind kind, Action<IServiceCollection>? with = null) =>
        new(await TestDatabase.Fresh(kind, withCast: false), new FakeClock(), ownsDatabase: true, with);

    internal static Task<House> In(TestDatabase database) =>
        Task.FromResult(new House(database, new FakeClock(), ownsDatabase: false, null));

    /// <summary>
    /// The same database and clock in a new process, as it were. Dispose this one after it, or before with <see cref="Stop"/>.
    /// </summary>
    public House Again(Action<IServiceCollection>? with = null) => new(Database, Clock, ownsDatabase: false, with);

    public TestDatabase Database { get; }
    public FakeClock Clock { get; }

    /// <summary>What was logged as a warning or worse.</summary>
    public LogBook Log { get; } = new();
    public IServiceProvider Services => services;
    public Store Store => Get<Store>();
    public LiveFeed Feed => Get<LiveFeed>();

    private protected override CastIds People =>
        Database.Cast ?? throw new InvalidOperationException("Nobody lives in this house: it was made empty.");
    private protected override TimeProvider PeoplesClock => Clock;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Delivers recorded events until nothing is waiting.</summary>
    public Task Drain() => Get<EventPump>().Drain();

    /// <summary>Somebody at a browser or program at this address.</summary>
    public Visitor At(string address = "198.51.100.1") => new(address, "Test browser", Clock);

    /// <summary>Signs somebody of the cast in with their password; the outcome's actor has a session.</summary>
    public Task<SignInOutcome> SignIn(Actor person, bool tokens = false, string address = "198.51.100.1", string password = Password) =>
        Get<SignIns>().WithPassword(new Credentials { Email = EmailOf(person), Password = password }, At(address), tokens);

    /// <summary>
    /// Somebody of the cast in a browser in which they have just signed in, past the hash: they may change what lets people in.
    /// </summary>
    public async Task<Actor> In(Actor person) =>
        (
            await Store.Write(
                Actor.System(person.TenantId, Clock) with
                {
                    Silent = true,
                },
                async db =>
                    await Get<SignIns>()
                        .Begin(
                            db,
                            await db.UsersEverywhere.FindAsync(person.UserId)
                                ?? throw new InvalidOperationException($"{person.Name} is not in this database."),
                            At(),
                            tokens: false
                        )
            )
        ).Actor;

    /// <summary>A company of its own name, as the product acts for it; nobody is in it.</summary>
    public async Task<Actor> Company(string name) =>
        Actor.System((await Get<Tenants>().Found(name, "company-" + Guid.NewGuid().ToString("N")[..8], "UTC", Clock)).Id, Clock);

    /// <summary>Another person in a company that the product acts for; nobody is notified.</summary>
    public async Task<Actor> Newcomer(Actor company, string name, Role role = Role.Agent, string language = "en", Guid? customerId = null)
    {
        var user = await Store.Write(
            company with
            {
                Silent = true,
            },
            db =>
                Users.Add(
                    db,
                    new NewAccount
                    {
                        Name = name,
                        Email =
                            $"{(name.All(char.IsAsciiLetterOrDigit) ? name.ToLowerInvariant() : "someone")}.{Guid.NewGuid():N}@example.test",
                        Role = role,
                        CustomerId = customerId,
                        Language = language,
                    }
                )
        );
        return company with { Role = role, UserId = user.Id, CustomerId = customerId, Name = name, Language = language };
    }

    /// <summary>The sentences of the history of a company, oldest first: room, kind and who.</summary>
    public async Task<IReadOnlyList<StoredEvent>> Events(Guid tenantId)
    {
        await using var db = Store.Open(Actor.System(tenantId, Clock));
        return [.. db.Events.OrderBy(e => e.Id)];
    }

    /// <summary>Ends the services and keeps the database.</summary>
    public ValueTask Stop() => services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
            await Database.DisposeAsync();
    }
}
