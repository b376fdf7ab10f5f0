namespace CsDashboard.Bench;

/// <summary>
/// An agent's ticket list, 50 rows of 100,000 tickets and 400,000 messages, against the same rows by plain ADO.NET behind Kestrel.
/// </summary>
internal static class Lists
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    public static async Task Run()
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        await seed.GrowTo(100_000, search: false);
        Clocked.Head("Ticket list over HTTP, 50 of 100,000 tickets, 8 callers");
        double raw,
            own;
        await using (var server = await Server.Raw(house.Database))
            raw = await Measure(server.Address, "tickets", null);
        await using (var server = await Server.Product(house.Folder))
            own = await Measure(server.Address, "api/tickets?limit=50", Seed.ServiceKey);
        Clocked.Line(
            "requests a second",
            $"{own:0}",
            $"{raw:0} (ADO.NET behind Kestrel)",
            $"{own / raw:0.00} of the ceiling (aim: at least 0.50)"
        );
    }

    private static async Task<double> Measure(Uri address, string path, string? key)
    {
        using var client = Http.New(address);
        if (key is not null)
            client.DefaultRequestHeaders.Add("X-Service-API-Key", key);
        async Task Get(int _)
        {
            using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseContentRead);
            answer.EnsureSuccessStatusCode();
        }
        // Both are measured warm: the runtime compiles what is called often a second time, in the background.
        await Clocked.Load(8, TimeSpan.FromSeconds(15), Get);
        return (await Clocked.Load(8, Length, Get)).PerSecond;
    }
}
