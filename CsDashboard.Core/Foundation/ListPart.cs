namespace CsDashboard.Foundation;

/// <summary>Which part of a list a program asks for, in the words of the contract: the same bounds wherever parts are counted.</summary>
public static class ListPart
{
    private const int Far = 1_000_000;

    /// <summary>Invalid (limit) for fewer than one or more than the most.</summary>
    public static void DemandLimit(int limit, int most = 100)
    {
        if (limit < 1 || limit > most)
            throw Refusal.Invalid("limit", Words.Of("Range_Beyond", 1, most));
    }

    /// <summary>Pages count from 1. Invalid (page) beyond a million, or as <see cref="DemandLimit"/>.</summary>
    public static void DemandPage(int page, int limit)
    {
        DemandLimit(limit);
        if (page is < 1 or > Far)
            throw Refusal.Invalid("page", Words.Of("Range_Beyond", 1, Far));
    }

    /// <summary>Invalid (skip) beyond a million, or as <see cref="DemandLimit"/>.</summary>
    public static void DemandSkip(int skip, int limit, int most = 100)
    {
        DemandLimit(limit, most);
        if (skip is < 0 or > Far)
            throw Refusal.Invalid("skip", Words.Of("Range_Beyond", 0, Far));
    }
}
