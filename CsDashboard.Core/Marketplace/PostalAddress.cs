namespace CsDashboard.Marketplace;

/// <summary>Where something is sent or billed. Kept as one text, a line for each part.</summary>
public sealed record PostalAddress
{
    public string? Name { get; init; }
    public string? Street { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }

    /// <summary>Two letters of ISO 3166 where it is a country that we know.</summary>
    public string? Country { get; init; }

    internal const int MaxText = 700;

    internal string Text => string.Join('\n', Name, Street, City, State, ZipCode, Country);

    internal static PostalAddress? Read(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split('\n');
        string? Part(int i) => parts.Length > i && parts[i].Length > 0 ? parts[i] : null;
        return new()
        {
            Name = Part(0),
            Street = Part(1),
            City = Part(2),
            State = Part(3),
            ZipCode = Part(4),
            Country = Part(5),
        };
    }

    /// <summary>As it stands on an envelope, the country by its name in that language.</summary>
    public IReadOnlyList<string> Lines(string language) =>
        [
            .. new[]
            {
                Name,
                Street,
                string.Join(' ', new[] { ZipCode, City }.Where(p => p is not null)),
                State,
                Countries.Of(Country)?.NameIn(language) ?? Country,
            }
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => line!),
        ];
}
