namespace CsDashboard.Knowledge;

/// <summary>What a list of articles is narrowed to.</summary>
public enum ArticleShelf
{
    All,
    Draft,
    Published,
    Archived,

    /// <summary>For staff alone.</summary>
    Internal,

    /// <summary>Somebody is to check that it is still right.</summary>
    Due,

    /// <summary>Not written in both languages.</summary>
    OneLanguage,
}
