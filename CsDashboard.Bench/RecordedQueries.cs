using System.Globalization;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Finding;

namespace CsDashboard.Bench;

/// <summary>What is looked for in a shop of furnishings, and the names and brands of what stands in it.</summary>
internal static class RecordedQueries
{
    private const int Recorded = 400;

    public static readonly string[] Kinds =
        "mug lamp desk chair tray stand cable mouse keyboard monitor wallet ledger notebook pen bag clock shelf mat holder case".Split(' ');
    public static readonly string[] Looks =
        "red blue black white oak walnut steel slim wide quiet light heavy folding wireless leather bamboo compact curved vintage modern".Split(
            ' '
        );

    public static void Dress(Product p)
    {
        var n = p.Number * 7_919L;
        p.NameEn = $"{Looks[n % Looks.Length]} {Kinds[n / 20 % Kinds.Length]} {p.Number}";
        p.Brand = $"Brand {n % 181}";
        (p.IsFeatured, p.IsTrending) = (n % 10 == 0, n % 7 == 0);
    }

    public static List<string> All()
    {
        var random = new Random(37);
        string Kind() => Kinds[random.Next(Kinds.Length)];
        string Filter() =>
            random.Next(4) switch
            {
                0 => $"&brand=Brand%20{random.Next(181)}",
                1 => $"&category=shelf-{random.Next(20)}",
                2 => $"&min_price={random.Next(100)}&max_price={random.Next(100, 300)}",
                _ => "&in_stock=true",
            };
        string Mistyped() => Kind() is var word && word.Length > 3 ? word[..2] + word[3] + word[2] + word[4..] : word + "x";
        return
        [
            .. Enumerable
                .Range(0, Recorded)
                .Select(i =>
                    (i % 10) switch
                    {
                        < 4 => $"q={Kind()}{(i % 2 == 0 ? Filter() : "")}",
                        < 7 => $"q={Looks[random.Next(Looks.Length)]}%20{Kind()}",
                        < 9 => "q=" + Filter() + Filter(),
                        _ => $"q={Mistyped()}",
                    }
                ),
        ];
    }

    public static ShopQuery Read(string query)
    {
        var pairs = query.Split('&').Select(p => p.Split('=')).ToLookup(p => p[0], p => Uri.UnescapeDataString(p[1]));
        decimal? Amount(string name) => pairs[name].FirstOrDefault() is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
        return new()
        {
            Text = pairs["q"].First(),
            Brands = [.. pairs["brand"].Take(1)],
            Category = pairs["category"].FirstOrDefault(),
            MinPrice = Amount("min_price"),
            MaxPrice = Amount("max_price"),
            InStock = pairs["in_stock"].Any(),
        };
    }
}
