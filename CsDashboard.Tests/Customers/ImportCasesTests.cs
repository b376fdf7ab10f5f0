using System.Text;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Customers;

/// <summary>Files as other systems write them, each with what a sensible person expects of it.</summary>
public sealed class ImportCasesTests
{
    private sealed record Result(ImportCheck Check, IReadOnlyList<Customer> Added)
    {
        public IEnumerable<string> Notes => Check.Faults.SelectMany(l => l.Faults.Select(f => $"{l.Line} {f.Field} {f.Value}"));

        public Customer Of(string email) => Added.Single(c => c.NormalizedEmail == email);
    }

    private static async Task<Result> Import(byte[] file)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var imports = house.Get<CustomerImports>();
        var import = await imports.Upload(house.Amina, "people.csv", new MemoryStream(file));
        var check = await imports.Check(house.Amina, import.Id, (await imports.Head(house.Amina, import.Id)).Columns);
        await imports.Begin(house.Amina, import.Id);
        await imports.Work(Actor.System(house.Amina.TenantId, house.Clock));
        (await imports.Get(house.Amina, import.Id)).ShouldSatisfyAllConditions(
            i => i.State.ShouldBe(ImportState.Done),
            i => i.Added.ShouldBe(check.Good),
            i => i.Failed.ShouldBe(check.Faulty)
        );
        await using var db = house.Store.Open(house.Amina);
        return new(check, await db.Customers.AsNoTracking().Where(c => c.ImportId == import.Id).OrderBy(c => c.Number).ToListAsync());
    }

    private static Task<Result> Import(string file) => Import(Encoding.UTF8.GetBytes(file));

    [Fact]
    public async Task First_and_last_names_stand_in_two_columns()
    {
        var result = await Import(
            "Record ID,First Name,Last Name,Email,Phone Number,Company Name,Country/Region\n1,Nadia,Karam,nadia.i01@zq.example,+966501110001,Karam LLC,Saudi Arabia\n2,Omar,Said,omar.i01@zq.example,0501110002,Said & Co,Jordan\n3,,Zaid,zaid@zq.example,,,\n4,,,nobody@zq.example,,,\n"
        );
        result
            .Added.Select(c => (c.Name, c.Company, c.Country, c.Phone))
            .ShouldBe([
                ("Nadia Karam", "Karam LLC", "SA", "+966501110001"),
                ("Omar Said", "Said & Co", "JO", "+966501110002"),
                ("Zaid", null, null, null),
            ]);
        result.Notes.ShouldBe(["5 name "]);
    }

    [Theory]
    [InlineData(
        "Name,Given Name,Additional Name,Family Name,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name\nA B C,A,B,C,g@zq.example,0501110001,X\n",
        "name,firstName,middleName,lastName,email,phone,company"
    )]
    [InlineData(
        "First Name,Middle Name,Last Name,Company,E-mail Address,Mobile Phone,Home Country/Region\nA,B,C,X,o@zq.example,0501110001,KSA\n",
        "firstName,middleName,lastName,company,email,phone,country"
    )]
    [InlineData(
        "Salutation,First Name,Last Name,Account Name,Phone,Email,Mailing Country\nMr,A,C,X,0501110001,s@zq.example,US\n",
        ",firstName,lastName,company,phone,email,country"
    )]
    [InlineData(
        "الاسم الأول;اسم العائلة;البريد الالكترونى;رقم الموبايل;الشركه\nعلي;حسن;a@zq.example;٠٥٠١١١٠٠٦٠;شركة\n",
        "firstName,lastName,email,phone,company"
    )]
    [InlineData(
        "الإسم الكامل,البريد الالكترونى,رقم الموبايل,الشركه\nعلي حسن,ali.i17@zq.example,٠٥٠١١١٠٠٦٠,شركة الأمل\n",
        "name,email,phone,company"
    )]
    public async Task Headings_of_other_systems_are_known(string file, string columns)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var import = await house.Get<CustomerImports>().Upload(house.Amina, "people.csv", new MemoryStream(Encoding.UTF8.GetBytes(file)));
        (await house.Get<CustomerImports>().Head(house.Amina, import.Id)).Columns.Checked().Text.ShouldBe(columns);
    }

    [Fact]
    public async Task A_text_that_no_form_takes_is_not_taken_from_a_file_either()
    {
        var result = await Import("Name,Email,Company\nAl,two@zq.example,X\nDa\uFFFEna,no@zq.example,X\nDana,three@zq.example,X\uFFFEY\n");
        result.Added.Select(c => (c.Name, c.Company)).ShouldBe([("Al", "X"), ("Dana", null)]);
        result.Notes.ShouldBe(["3 name Da\uFFFEna", "4 company X\uFFFEY"]);
    }

    [Fact]
    public async Task A_line_break_in_a_cell_is_a_blank()
    {
        var result = await Import(
            "Name,Email,Company\r\n\"Rami \"\"Ace\"\" Odeh\",rami.i04@zq.example,\"Line one\r\nLine two\"\r\n\"Dana\nSaleh\",dana.i04@zq.example,Plain\r\n"
        );
        result.Added.Select(c => (c.Name, c.Company)).ShouldBe([("Rami \"Ace\" Odeh", "Line one Line two"), ("Dana Saleh", "Plain")]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_are_read_however_spreadsheets_and_phones_write_them()
    {
        var result = await Import(
            "Name,Email,Phone\nP One,p1@zq.example,9.66501E+11\nP Two,p2@zq.example,966501110008.0\nP Three,p3@zq.example,501110009\nP Four,p4@zq.example,\"=\"\"0501110010\"\"\"\nP Five,p5@zq.example,\u202A+966 50 111 0011\u202C\n"
                + "P Six,p6@zq.example,٠٥٠١١١٠٠١٢\nP Seven,p7@zq.example,+966501110013 / +966501110014\nP Eight,p8@zq.example,\"'0501110015\"\nP Nine,p9@zq.example,+966 50-111-0016 ext. 4\nP Ten,p10@zq.example,N/A\nP Eleven,p11@zq.example,0\n"
        );
        result
            .Added.Select(c => c.Phone)
            .ShouldBe([
                null,
                "+966501110008",
                "+966501110009",
                "+966501110010",
                "+966501110011",
                "+966501110012",
                "+966501110013",
                "+966501110015",
                "+966501110016 ext. 4",
                null,
                null,
            ]);
        result.Notes.ShouldBe(["2 phone 9.66501E+11", "8 phone +966501110013 / +966501110014", "11 phone N/A", "12 phone 0"]);
        (result.Check.Good, result.Check.Faulty, result.Check.Partial).ShouldBe((11, 0, 4));
    }

    [Fact]
    public async Task Addresses_are_read_with_what_is_pasted_around_them()
    {
        var result = await Import(
            "Name,Email\nM One,<m1@zq.example>\nM Two,\"M Two <m2@zq.example>\"\nM Three,m3@zq.example;\nM Four,mailto:m4@zq.example\nM Five,m5@zq.example\u200F\nM Six,\"m6@zq.example, m6b@zq.example\"\nM Seven,m7+news@zq.example\nM Eight,M8@ZQ.EXAMPLE\nM Nine,m8@zq.example\nM Ten,bla..i07.@zq.example\nM Eleven,\nM Twelve,m12@zq\n"
        );
        result
            .Added.Select(c => c.Email)
            .ShouldBe([
                "m1@zq.example",
                "m2@zq.example",
                "m3@zq.example",
                "m4@zq.example",
                "m5@zq.example",
                "m6@zq.example",
                "m7+news@zq.example",
                "M8@ZQ.EXAMPLE",
            ]);
        result.Notes.ShouldBe(["7 email m6@zq.example, m6b@zq.example", "11 email bla..i07.@zq.example", "12 email ", "13 email m12@zq"]);
        (result.Check.Good, result.Check.Known, result.Check.Faulty, result.Check.Partial).ShouldBe((8, 1, 3, 1));
    }

    [Fact]
    public async Task Names_lose_only_what_is_not_seen()
    {
        var result = await Import(
            "Name,Email\nعبد\u200Cالله العمري,n1@zq.example\n\u200Fسلمى الحسن,n2@zq.example\nهدى\u200B كرم,n3@zq.example\nSara 🌸,n4@zq.example\nO'Neil-Smith  Jr.,n5@zq.example\n\u202Bفرح\u202C,n6@zq.example\nلي,n7@zq.example\n李,n8@zq.example\n"
        );
        result
            .Added.Select(c => c.Name)
            .ShouldBe(["عبد\u200Cالله العمري", "سلمى الحسن", "هدى كرم", "Sara 🌸", "O'Neil-Smith Jr.", "فرح", "لي", "李"]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Countries_languages_zones_types_and_tiers_are_understood_in_words_or_the_cell_is_left_out()
    {
        var result = await Import(
            "Name,Email,Country,Language,Time zone,Type,Tier,Tags\nW One,w1@zq.example,Saudi Arabia,Arabic,Asia/Riyadh,VIP,gold,\"new, big deal\"\nW Two,w2@zq.example,sa,ar-SA,Arab Standard Time,vip,Premium,a|b\n"
                + "W Three,w3@zq.example,السعودية,العربية,(GMT+03:00) Riyadh,Customer,Standard,C++\nW Four,w4@zq.example,SAU,EN,UTC+3,Regular,standard,\nW Five,w5@zq.example,Atlantis,Klingon,UTC+3,كبار العملاء,احترافية,\n"
        );
        result
            .Added.Select(c => (c.Country, c.Language, c.TimeZone, c.Type, c.MembershipTier, c.TagText))
            .ShouldBe([
                ("SA", "ar", "Asia/Riyadh", CustomerType.VIP, "standard", ",big-deal,new,"),
                ("SA", "ar", "Asia/Riyadh", CustomerType.VIP, "premium", ",a,b,"),
                ("SA", "ar", "Asia/Riyadh", CustomerType.Regular, "standard", ""),
                ("SA", "en", "Asia/Riyadh", CustomerType.Regular, "standard", ""),
                (null, "en", "UTC", CustomerType.VIP, "pro", ""),
            ]);
        result.Notes.ShouldBe([
            "2 tier gold",
            "4 tags C++",
            "4 type Customer",
            "6 country Atlantis",
            "6 language Klingon",
            "6 timeZone UTC+3",
        ]);
    }

    [Theory]
    [InlineData("Customer list exported 2026-11-01,,\n,,\nName,Email,Phone\nTitle Row,t1@zq.example,0501110030\n", "Title Row")]
    [InlineData("Name|Email|Phone\nPipe One|t1@zq.example|0501110030\n", "Pipe One")]
    [InlineData("Name;Email;Phone;Tags (comma, separated, list)\nMix One;t1@zq.example;0501110030;a,b\n", "Mix One")]
    [InlineData("\uFEFFsep=;\r\nName;Email;Phone\r\nSep Line;t1@zq.example;0501110030\r\n", "Sep Line")]
    [InlineData("Lina Zed;t1@zq.example;0501110030;;\n\n;;;;\n", "Lina Zed")]
    [InlineData("Name,Email,Email,Phone,Phone\nTala Haddad,t1@zq.example,t2@zq.example,0501110030,0501110031\n", "Tala Haddad")]
    [InlineData("Name,Email,Phone\nTV 42\" Shop,t1@zq.example,0501110030\n", "TV 42\" Shop")]
    public async Task Titles_separators_and_headings_are_recognised(string file, string name) =>
        (await Import(file))
            .Added.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                c => c.Name.ShouldBe(name),
                c => c.Email.ShouldBe("t1@zq.example"),
                c => c.Phone.ShouldBe("+966501110030")
            );

    [Fact]
    public async Task A_text_of_Unicode_with_its_mark_is_read_too() =>
        (await Import([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Name\tEmail\tPhone\r\nHala Nasser\thala@zq.example\t0501110004\r\n")]))
            .Added.ShouldHaveSingleItem()
            .Phone.ShouldBe("+966501110004");

    [Fact]
    public async Task The_apostrophe_of_an_export_is_taken_off_again()
    {
        var result = await Import(
            "Name,Email,Company,Phone\n\"'=Literal Apostrophe\",r1@zq.example,\"'-Minus\",\"'+966501110040\"\nTrail Space ,r2@zq.example,\"Semi;colon, comma \"\"q\"\"\",0501110041\n"
        );
        result
            .Added.Select(c => (c.Name, c.Company, c.Phone))
            .ShouldBe([("=Literal Apostrophe", "-Minus", "+966501110040"), ("Trail Space", "Semi;colon, comma \"q\"", "+966501110041")]);
    }
}
