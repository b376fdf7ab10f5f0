using System.Net;
using System.Net.Http.Headers;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// The whole product on a real port, with the cast in its database. Take it as a class fixture
/// (<c>IClassFixture&lt;TestApp&gt;</c>) to share one among the tests of a class, or <see cref="Start"/> one for a test alone.
/// </summary>
public sealed class TestApp : NamedCast, IAsyncLifetime
{
    public const string ServiceKey = "test-service-key";

    private readonly Dictionary<string, string?> settings = new()
    {
        ["CsDashboard:Demo"] = "false",
        ["CsDashboard:ServiceApiKey"] = ServiceKey,
        ["CsDashboard:RateLimit:PerMinute"] = "0",
        ["CsDashboard:RateLimit:PerHour"] = "0",
    };

    private readonly DatabaseKind kind = TestDatabase.OfPages;
    private readonly bool withCast = true;
    private readonly Action<IServiceCollection>? with;
    private readonly TimeProvider clock = TimeProvider.System;
    private readonly string environment = "Development";
    private Factory? factory;
    private bool waits = true;

    public TestApp() { }

    private TestApp(
        DatabaseKind? kind,
        IEnumerable<(string Key, string? Value)> given,
        Action<IServiceCollection>? with,
        TimeProvider? clock,
        string environment,
        bool withCast
    )
    {
        (this.kind, this.with, this.clock, this.environment, this.withCast) = (
            kind ?? TestDatabase.OfPages,
            with,
            clock ?? TimeProvider.System,
            environment,
            withCast
        );
        if (environment != "Development")
            (settings["CsDashboard:PublicUrl"], settings["CsDashboard:AllowHttp"]) = ("http://127.0.0.1", "true");
        foreach (var (key, value) in given)
            settings[key] = value;
    }

    /// <summary>
    /// Starts an app of a test's own. Settings are given by their full keys; a clock replaces the real one; without the cast
    /// the database is empty, as on a first start. The demo companies, where there are some, are waited for.
    /// </summary>
    public static async Task<TestApp> Start(
        DatabaseKind? kind = null,
        IEnumerable<(string Key, string? Value)>? settings = null,
        Action<IServiceCollection>? with = null,
        TimeProvider? clock = null,
        string environment = "Development",
        bool withCast = true,
        bool waits = true
    )
    {
        var app = new TestApp(kind, settings ?? [], with, clock, environment, withCast) { waits = waits };
        try
        {
            await app.InitializeAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return app;
    }

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Where it listens, e.g. http://127.0.0.1:40123/.</summary>
    public Uri Server { get; private set; } = null!;

    /// <summary>What was logged as a warning or worse.</summary>
    public LogBook Log { get; } = new();
    public IServiceProvider Services => factory!.Services;
    public Store Store => Get<Store>();

    private protected override CastIds People =>
        Database.Cast ?? throw new InvalidOperationException("Nobody lives in this app: it was started without the cast.");
    private protected override TimeProvider PeoplesClock => clock;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Delivers recorded events now instead of soon.</summary>
    public Task Drain() => Get<EventPump>().Drain();

    /// <summary>A client that nobody has signed in with. It follows no redirects and keeps no cookies.</summary>
    public HttpClient Anonymous => NewClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>A client that nobody has signed in with and that keeps its cookies. It follows no redirects.</summary>
    public HttpClient WithCookies =>
        NewClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>A client with a bearer token of somebody of the cast; the token is made at the first request.</summary>
    public HttpClient Client(Actor person) => NewClient(new Bearer(() => TokenOf(person)));

    /// <summary>A client with the service key.</summary>
    public HttpClient Service
    {
        get
        {
            var client = Anonymous;
            client.DefaultRequestHeaders.Add("X-Service-API-Key", ServiceKey);
            return client;
        }
    }

    /// <summary>Begins a session with tokens for somebody of the cast, past the sign-in page and its slow hash.</summary>
    public async Task<Tokens> SignIn(Actor person) => (await Begin(person, tokens: true)).Tokens!;

    private Task<SignInOutcome> Begin(Actor person, bool tokens) =>
        Store.Write(
            Actor.System(person.TenantId, clock) with
            {
                Silent = true,
            },
            async db =>
                await Get<SignIns>()
                    .Begin(
                        db,
                        await db.UsersEverywhere.FindAsync(person.UserId)
                            ?? throw new InvalidOperationException($"{person.Name} is not in this database."),
                        new Visitor("127.0.0.1", "Test client", clock),
                        tokens
                    )
        );

    /// <summary>Somebody of the cast in a browser in which they have just signed in: they may change what lets people in.</summary>
    public async Task<Actor> In(Actor person) => (await Begin(person, tokens: false)).Actor;

    private async Task<string> TokenOf(Actor person) => (await SignIn(person)).Token;

    private HttpClient NewClient(HttpMessageHandler handler) => new(handler) { BaseAddress = Server, Timeout = TimeSpan.FromSeconds(60) };

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Fresh(kind, withCast);
        settings["CsDashboard:DataFolder"] = Database.Folder;
        settings["CsDashboard:Database"] = Database.Kind.ToString();
        if (Database.ConnectionString is { } connection)
            settings["ConnectionStrings:Default"] = connection;
        Listen(0);
        if (waits)
            await Get<CsDashboard.Demo.DemoMaking>().Done;
    }

    /// <summary>
    /// Ends the server as a deploy or a crash of the machine does: connected clients are cut off. Database and files stay.
    /// </summary>
    public async Task Stop()
    {
        if (factory is null)
            return;
        await factory.DisposeAsync();
        factory = null;
    }

    /// <summary>Begins again where <see cref="Stop"/> ended: the same database and the same port.</summary>
    public void StartAgain() => Listen(Server.Port);

    private void Listen(int port)
    {
        factory = new Factory(this);
        factory.UseKestrel(port);
        factory.StartServer();
        var address = factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Server = new Uri(
            address
                .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
                .Replace("localhost", "127.0.0.1", StringComparison.Ordinal)
                .TrimEnd('/') + "/"
        );
    }

    public async ValueTask DisposeAsync()
    {
        // Shown when the test has failed.
        foreach (var line in Log.Lines.Where(l => l.Level >= LogLevel.Error))
            TestContext.Current.TestOutputHelper?.WriteLine("Server: " + line);
        await Stop();
        if (Database is not null)
            await Database.DisposeAsync();
    }

    private sealed class Factory(TestApp app) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(app.environment);
            builder.UseStaticWebAssets();
            foreach (var (key, value) in app.settings)
                if (value is not null)
                    builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(app.Log));
            builder.ConfigureServices(services =>
            {
                if (!ReferenceEquals(app.clock, TimeProvider.System))
                    services.AddSingleton(app.clock);
                services.WithCheapHashes();
                app.with?.Invoke(services);
            });
        }
    }

    private sealed class Bearer(Func<Task<string>> make)
        : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        private readonly Lazy<Task<string>> token = new(make);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", await token.Value);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
