using System.Text.RegularExpressions;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed partial class PersonNameTests
{
    [Theory]
    [InlineData("عبد الله الشمري", "عبد الله")]
    [InlineData("عَبْد الرحمن بن عوف", "عَبْد الرحمن")]
    [InlineData("عبدالله الشمري", "عبدالله")]
    [InlineData("عبد رب النبي أحمد", "عبد رب النبي")]
    [InlineData("عبد", "عبد")]
    [InlineData("أبو بكر الرازي", "أبو بكر")]
    [InlineData("أبو عبد الله محمد", "أبو عبد الله")]
    [InlineData("أم كلثوم إبراهيم", "أم كلثوم")]
    [InlineData("ابن سينا", "ابن سينا")]
    [InlineData("صلاح الدين الأيوبي", "صلاح الدين")]
    [InlineData("نصر الله خان", "نصر الله")]
    [InlineData("محمد الحربي", "محمد")]
    [InlineData("د. محمد الحربي", "محمد")]
    [InlineData("د.محمد الحربي", "محمد")]
    [InlineData("أ.د. عبد العزيز السالم", "عبد العزيز")]
    [InlineData("م. سارة العلي", "سارة")]
    [InlineData("الأستاذة نورة القحطاني", "نورة")]
    [InlineData("الشيخ خالد", "خالد")]
    [InlineData("شيخة المهيري", "شيخة")]
    [InlineData("السيد البدوي", "السيد البدوي")]
    [InlineData("Abd al-Rahman Saleh", "Abd al-Rahman")]
    [InlineData("Abd Al Rahman Saleh", "Abd Al Rahman")]
    [InlineData("Abdul Rahman Khan", "Abdul Rahman")]
    [InlineData("Abdulrahman Khan", "Abdulrahman")]
    [InlineData("Abdel-Fattah Hassan", "Abdel-Fattah")]
    [InlineData("Abu Bakr Ali", "Abu Bakr")]
    [InlineData("Umm Kulthum", "Umm Kulthum")]
    [InlineData("Salah al-Din Yusuf", "Salah al-Din")]
    [InlineData("Nour El Din Mahmoud", "Nour El Din")]
    [InlineData("Zia ul-Haq", "Zia ul-Haq")]
    [InlineData("Dr. Lina Haddad", "Lina")]
    [InlineData("Dr Lina Haddad", "Lina")]
    [InlineData("Prof. Dr. Anna Müller", "Anna")]
    [InlineData("Eng. Omar", "Omar")]
    [InlineData("Mr.Smith", "Smith")]
    [InlineData("Mr.", "Mr.")]
    [InlineData("David Miller", "David")]
    [InlineData("Ed Sheeran", "Ed")]
    [InlineData("Mary.Smith", "Mary.Smith")]
    [InlineData("محمد إسلام", "محمد")]
    [InlineData("  David\u00A0Miller ", "David")]
    [InlineData("Ann-Marie Jones", "Ann-Marie")]
    [InlineData("O'Brien Kelly", "O'Brien")]
    [InlineData("J. R. Ewing", "J. R. Ewing")]
    [InlineData("Haddad, Amal", "Haddad, Amal")]
    [InlineData("Shop 24", "Shop 24")]
    [InlineData("lina@example.com", "lina@example.com")]
    [InlineData("山田太郎", "山田太郎")]
    [InlineData("", "")]
    public void A_person_is_called_by_a_name_that_is_one(string name, string first) => PersonName.First(name).ShouldBe(first);

    [Theory]
    [InlineData("عبد الله الشمري", "عبد الله ش.")]
    [InlineData("Dr. Lina Haddad", "Lina H.")]
    [InlineData("Lina", "Lina")]
    [InlineData("عبد الله", "عبد الله")]
    public void A_friend_is_told_of_by_first_name_and_initial(string name, string told) => PersonName.Short(name).ShouldBe(told);

    /// <summary>A name that is taken apart anywhere else is taken apart wrongly.</summary>
    [Fact]
    public void Nothing_else_takes_a_name_apart()
    {
        var found =
            from file in new[] { "CsDashboard.Core", "CsDashboard.Web" }.SelectMany(part =>
                Directory.EnumerateFiles(Path.Combine(TestRun.Sources, part), "*.*", SearchOption.AllDirectories)
            )
            where
                (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
                && !file.EndsWith("PersonName.cs", StringComparison.Ordinal)
                && !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
            from Match match in TakenApart().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {match.Value}";
        found.ShouldBeEmpty("PersonName.First says how somebody is called.");
    }

    [GeneratedRegex(
        @"[Nn]ame[!?]?\.(Split\(|IndexOf\(\s*' '|LastIndexOf\(\s*' ')|Split\(\s*(' '|"" "")[^)]*\)\s*(\[0\]|\.First)|\w*[aA]gent\.Split\("
    )]
    private static partial Regex TakenApart();
}
