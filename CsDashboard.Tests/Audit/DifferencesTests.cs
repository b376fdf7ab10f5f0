using CsDashboard.Audit;

namespace CsDashboard.Tests.Audit;

public sealed class DifferencesTests
{
    [Theory]
    [InlineData("a b c", "a b c", " a| b| c")]
    [InlineData("a b c", "a x c", " a|-b|+x| c")]
    [InlineData("", "a b", "+a|+b")]
    [InlineData("a b", "", "-a|-b")]
    [InlineData("a b c d", "b d e", "-a| b|-c| d|+e")]
    [InlineData("", "", "")]
    public void The_shortest_way_from_one_to_the_other_is_shown(string before, string after, string shown) =>
        string.Join(
                '|',
                Differences
                    .Between(Split(before), Split(after))
                    .Select(l =>
                        l.Kind switch
                        {
                            DiffKind.Removed => "-",
                            DiffKind.Added => "+",
                            _ => " ",
                        } + l.Text
                    )
            )
            .ShouldBe(shown);

    [Theory]
    [InlineData("trading_signals", "signal")]
    [InlineData("bot_status", "bot")]
    [InlineData("trading_data_vault", "vault")]
    [InlineData("customers", "customer")]
    [InlineData("tickets", "ticket")]
    [InlineData("canned_replies", "canned_reply")]
    public void Tables_are_named_as_the_contract_names_them(string table, string subject)
    {
        AuditWord.TableOf(subject).ShouldBe(table);
        AuditWord.SubjectOf(table).ShouldBe(subject);
        AuditWord.SubjectOf(subject).ShouldBe(subject);
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
