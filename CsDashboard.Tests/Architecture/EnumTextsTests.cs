using CsDashboard.Foundation;

namespace CsDashboard.Tests.Architecture;

/// <summary>
/// Keys that are named after the values of an enum (Status.Open, Status.Closed) are there for each of its values, in every resource and so,
/// by
/// <see cref="TextsTests"/>, in both languages. Which keys are such is found by themselves: all that stand at one place of keys alike are
/// values of one enum.
/// </summary>
public sealed class EnumTextsTests
{
    /// <summary>Places at which only some values have a text, and why.</summary>
    private static readonly Dictionary<string, string> Some = new()
    {
        ["DeskWords Notice_Status_*"] = "TicketStatusTests looks for that of each status: those that are worked on share one.",
        ["DeskWords Notice_Status_*_Title"] = "TicketStatusTests looks for that of each status: those that are worked on share one.",
        ["EngagementWords Voucher_Why_*"] = "None is no reason.",
        ["SecurityTexts Own.Risk.*"] = "Words of the contract for a risk, and no enum.",
        ["SecurityTexts Risk.*"] = "Words of the contract for a risk, and no enum.",
        ["NotificationTexts Topic.*"] = "What has no topic is not chosen.",
        ["NotificationTexts Topic.*.is"] = "What has no topic is not chosen.",
        ["NotificationTexts Until.*"] = "Of the reasons to hold a message those that end.",
        ["CustomerTexts Complaint.*"] = "Words of the CRM.",
        ["ReviewTexts Doubt.*"] = "None is no doubt.",
        ["ReturnTexts Ask.*"] = "What a return becomes; it begins as requested.",
        ["ReturnTexts Do.*"] = "What a return becomes; it begins as requested.",
        ["FigureTexts State.*"] = "A plain figure has no state to tell.",
        ["FigureTexts chats_*"] = "Names of figures.",
        ["FigureTexts mails_*"] = "Names of figures.",
        ["PortalTexts Answer.*"] = "Of a chat, which is open or closed.",
        ["AccountsWords Roles_*"] = "People have one of three.",
        ["AccountTexts Role.*"] = "People have one of three.",
        ["AccountTexts Users.Ask.*.Text"] = "Changing the role has a text for each role.",
        ["ShellTexts Role.*"] = "People have one of three.",
        ["ReferralTexts Own.*"] = "One that is held looks like one that waits.",
        ["OfferTexts Worth.*"] = "Free shipping has no worth to enter.",
    };

    [Fact]
    public void A_text_that_is_there_for_some_values_of_an_enum_is_there_for_all()
    {
        var enums = new[] { typeof(Word).Assembly, typeof(CsDashboard.Web.Api).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && !t.Name.Contains('<', StringComparison.Ordinal))
            .Select(t => (t.Name, Values: Enum.GetNames(t).Select(Plain).ToHashSet()))
            .Where(e => e.Values.Count > 1)
            .ToList();
        var (whole, faults) = (0, new List<string>());
        foreach (var (resource, keys) in TextsTests.All())
        foreach (var group in keys.SelectMany(Places).GroupBy(p => p.Place, p => p.Word).Where(g => g.Distinct().Count() > 1))
        {
            var words = group.Select(Plain).ToHashSet();
            var owners = enums.Where(e => words.IsSubsetOf(e.Values)).ToList();
            if (owners.Count == 0)
                continue;
            if (owners.Exists(e => e.Values.Count == words.Count))
                whole++;
            else if (!Some.ContainsKey($"{resource} {group.Key}"))
                faults.Add(
                    $"{resource}: {group.Key} lacks {string.Join(" or ", owners.Select(e => $"{string.Join(", ", e.Values.Except(words))} ({e.Name})"))}"
                );
        }
        whole.ShouldBeGreaterThan(20, "The test looks at nothing.");
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    // Each part of a key, and the key around it: Status.Open is Open in Status.*, Alert_NewDevice_Text NewDevice in Alert_*_Text.
    private static IEnumerable<(string Place, string Word)> Places(string key)
    {
        var separator = key.Contains('.', StringComparison.Ordinal) ? '.' : '_';
        var parts = key.Split(separator);
        for (var i = 1; i < parts.Length; i++)
            yield return (string.Join(separator, parts.Select((part, at) => at == i ? "*" : part)), parts[i]);
    }

    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
