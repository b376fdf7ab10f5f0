namespace CsDashboard.Web.Kit;

/// <summary>Somebody to show in a list of the kit's pages.</summary>
internal sealed record KitPerson(string Name, string City, int Tickets)
{
    private static readonly string[] Names = ["Amal Haddad", "نورة العتيبي", "Jonas Weber", "Li Wei", "Maria Sousa"];
    private static readonly string[] Cities = ["Riyadh", "Berlin", "Lisbon"];

    public static List<KitPerson> Many() =>
        [.. Enumerable.Range(0, 60).Select(i => new KitPerson($"{Names[i % 5]} {i + 1}", Cities[i % 3], i * 37 % 91))];
}
