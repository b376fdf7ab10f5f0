using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Trading;

/// <summary>
/// Account and questionnaire of a trader (contract: enhanced, Customer data sync). Null leaves what is known; where nothing is known the
/// defaults stand: Beginner, Medium.
/// </summary>
public sealed class TradingProfile
{
    [Text(254, Optional = true)]
    public string? Email { get; set; }

    [Line(100, Optional = true)]
    public string? PropFirm { get; set; }

    [Line(40, Optional = true)]
    public string? AccountType { get; set; }

    [Amount]
    public decimal? AccountSize { get; set; }

    /// <summary>Beginner, Intermediate, Advanced, Expert.</summary>
    public string? Experience { get; set; }

    /// <summary>Very Low, Low, Medium, High, Very High.</summary>
    public string? RiskTolerance { get; set; }
    public IReadOnlyList<string>? PreferredPairs { get; set; }
    public IReadOnlyDictionary<string, string>? Answers { get; set; }

    internal CustomerChange Account =>
        new()
        {
            PropFirm = PropFirm,
            AccountType = AccountType,
            AccountSize = AccountSize,
        };
    internal bool HasQuestionnaire =>
        Experience is not null || RiskTolerance is not null || PreferredPairs is not null || Answers is not null;

    /// <summary>Refuses what could not be kept. Sizes are those of <see cref="Questionnaire"/>.</summary>
    internal void CheckAll()
    {
        this.Checked();
        Word.Read<TradingExperience>("experience", Experience);
        Word.Read<RiskTolerance>("riskTolerance", RiskTolerance);
        if (PreferredPairs is { } pairs && (pairs.Count > Questionnaire.MaxPairs || pairs.Any(p => !IsPair(p))))
            throw Refusal.Invalid("preferredPairs", Words.Of("Pairs_Bad", Questionnaire.MaxPairs));
        if (
            Answers is { } answers
            && (answers.Count > Questionnaire.MaxAnswers || answers.Any(a => !IsText(a.Key, 200) || !IsText(a.Value, 2000)))
        )
            throw Refusal.Invalid("answers", Words.Of("Answers_Bad", Questionnaire.MaxAnswers));
    }

    internal static string PairsOf(IEnumerable<string> pairs) =>
        string.Join(',', pairs.Select(p => p.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal));

    private static bool IsPair(string? pair) =>
        pair?.Trim() is { Length: >= 2 and <= 20 } text && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '_');

    private static bool IsText(string? text, int max) =>
        text is { Length: > 0 } && text.Length <= max && !string.IsNullOrWhiteSpace(text) && TextAttribute.CanBeStored(text);
}
