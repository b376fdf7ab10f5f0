using System.Reflection;
using System.Text.RegularExpressions;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Tests.Architecture;

namespace CsDashboard.Tests.Desk;

public sealed partial class BoxKeyTests
{
    private static readonly Guid Id = Guid.Parse("0198c0de-0000-7000-8000-00000000000a");

    // Every box there is, so that one that is added is read back too.
    private static IEnumerable<BoxKey> All() =>
        typeof(BoxKey)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (BoxKey)f.GetValue(null)!)
            .Concat(
                typeof(BoxKey)
                    .GetMethods(BindingFlags.Public | BindingFlags.Static)
                    .Where(m =>
                        m.ReturnType == typeof(BoxKey) && m.GetParameters() is [{ ParameterType: var type }] && type == typeof(Guid)
                    )
                    .Select(m => (BoxKey)m.Invoke(null, [Id])!)
            )
            .Concat(
                from article in new Guid?[] { null, Id }
                from part in new[] { "title-en", "body-en", "title-ar", "body-ar" }
                select BoxKey.Article(article, part)
            );

    [Fact]
    public void Every_box_is_read_back_as_it_is_written_and_its_files_with_it()
    {
        All().Count().ShouldBeGreaterThanOrEqualTo(10);
        foreach (var box in All().SelectMany(b => new[] { b, b.Files }))
            BoxKey.Of(box.ToString()).ShouldBe(box);
        All().Select(b => b.ToString()).Concat(All().Select(b => b.Files.ToString())).ShouldBeUnique();
    }

    [Fact]
    public void The_boxes_of_a_ticket_begin_alike_and_no_other_does()
    {
        var (own, others) = (
            All().SelectMany(b => new[] { b, b.Files }).Where(b => b.TicketId == Id).ToList(),
            All().Where(b => b.TicketId is null).ToList()
        );
        own.Count.ShouldBe(4);
        own.ShouldAllBe(b => b.ToString().StartsWith(BoxKey.StartOf(Id)));
        others.Append(BoxKey.Reply(Guid.NewGuid())).ShouldAllBe(b => !b.ToString().StartsWith(BoxKey.StartOf(Id)));
        (BoxKey.Reply(Id).IsReply, BoxKey.Note(Id).IsReply, BoxKey.Reply(Id).Files.IsReply).ShouldBe((true, false, false));
        BoxKey.Of($"ticket:{Id.ToString().ToUpperInvariant()}:reply").ShouldBe(BoxKey.Reply(Id), "However it is spelt it is the same box.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ticket")]
    [InlineData("ticket/new")]
    [InlineData("ticket:none:reply")]
    [InlineData("ticket:0198c0de-0000-7000-8000-00000000000a:thought")]
    [InlineData("ticket:0198c0de-0000-7000-8000-00000000000a:reply:files:files")]
    [InlineData("ticket:0198c0de-0000-7000-8000-00000000000a:reply ")]
    [InlineData("ticket:new:none")]
    [InlineData("article:new:title-fr")]
    [InlineData("article:none:title-en")]
    [InlineData("article:new")]
    [InlineData(":files")]
    public void Another_name_is_no_box(string? name) => BoxKey.Of(name).ShouldBeNull();

    // A name that is put together elsewhere is one that erasing does not find.
    [Fact]
    public void Nobody_else_puts_a_name_together()
    {
        var files = Sources
            .Files("*.cs")
            .Concat(Sources.Files("*.razor"))
            .Where(f =>
                f.Contains("/CsDashboard.Core/", StringComparison.Ordinal) || f.Contains("/CsDashboard.Web/", StringComparison.Ordinal)
            )
            .ToList();
        files.Count.ShouldBeGreaterThan(300, "The test looks at nothing.");
        // The kit knows no rooms; its page is a sample.
        files.Where(f => Literal().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)).ShouldBe(["BoxKey.cs", "KitPage.razor"]);
    }

    [GeneratedRegex("\"(ticket|chat|kit):[a-z{]|[^<]DraftKey=\"[^@]")]
    private static partial Regex Literal();
}
