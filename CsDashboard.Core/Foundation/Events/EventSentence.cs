namespace CsDashboard.Foundation.Events;

/// <summary>
/// What a recorded event says in a language. Of one whose content was taken out it is said that it was; one that this version can't read,
/// or whose kind it no longer knows, is called by the name of the kind.
/// </summary>
public static class EventSentence
{
    /// <summary>Its own words: for where the person stands beside them.</summary>
    public static string Of(StoredEvent row, string language) => Read(row, language).Said;

    /// <summary>A whole sentence: "opened the vault" gets whoever did it as its subject.</summary>
    public static string WithSubject(StoredEvent row, string language)
    {
        var (said, lacksSubject) = Read(row, language);
        return lacksSubject ? $"{Bidi.Isolated(language, [row.ActorName])[0]} {said}" : said;
    }

    private static (string Said, bool LacksSubject) Read(StoredEvent row, string language)
    {
        if (row.ContentHash is not null)
            return (Words.In(language, "Event_TakenOut"), false);
        try
        {
            if (row.Happening() is not { } happening)
                return (row.Kind, false);
            var (key, values) = happening.Sentence;
            return (Words.In(language, key, values), char.IsLower(Words.In("en", key)[0]));
        }
        catch (Exception e)
            when (e
                    is System.Text.Json.JsonException
                        or NotSupportedException
                        or FormatException
                        or NullReferenceException
                        or ArgumentException
                        or IndexOutOfRangeException
            )
        {
            return (row.Kind, false);
        }
    }
}
