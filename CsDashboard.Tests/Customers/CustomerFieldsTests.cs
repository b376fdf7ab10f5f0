using System.Globalization;
using System.Reflection;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Customers.Privacy;
using CsDashboard.Customers.Trading;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Customers;

/// <summary>
/// What the list of a customer's fields says is true of the record and of all that read the list; what is missing in it is found.
/// </summary>
public sealed class CustomerFieldsTests
{
    // Texts, days and times of a customer that are no field, and why they need not be forgotten either.
    private static readonly Dictionary<string, string> NoFields = new()
    {
        [nameof(Customer.SegmentSince)] = "When a rule or a member of staff moved them.",
        [nameof(Customer.SegmentSetBy)] = "A member of staff.",
        [nameof(Customer.LastComplaintAt)] = "Counted from complaints, which have a fate of their own.",
        [nameof(Customer.ModifiedAt)] = "When the record was handled.",
        [nameof(Customer.RemovedAt)] = "When it was deleted; kept for ever.",
        [nameof(Customer.ErasedAt)] = "That it was erased.",
    };

    private static readonly Type[] Kept = [typeof(string), typeof(DateOnly), typeof(DateTimeOffset), typeof(bool), typeof(decimal)];

    [Fact]
    public void Whatever_a_customer_is_said_to_be_is_a_field_of_the_list_and_personal_or_not()
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
        var properties = db
            .Model.FindEntityType(typeof(Customer))!
            .GetProperties()
            .Where(p => Kept.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType))
            .Select(p => p.Name)
            .Except([nameof(Customer.OrdersReported), nameof(Customer.ComplaintsReported)])
            .ToList();
        properties.Count.ShouldBeGreaterThan(30, "The test looks at nothing.");
        var fields = CustomerFields.All.Select(f => f.Property).OfType<string>().ToList();
        properties
            .Except(fields)
            .Except(NoFields.Keys)
            .ShouldBeEmpty("A row of CustomerFields says what becomes of it, or NoFields why nothing does.");
        fields
            .Concat(NoFields.Keys)
            .Except(properties)
            .Except(
                CustomerFields
                    .All.Where(f => f.Kind is FieldKind.Status or FieldKind.Type or FieldKind.Number or FieldKind.Count)
                    .Select(f => f.Property)
            )
            .ShouldBeEmpty();
        fields.ShouldBeUnique();
    }

    [Fact]
    public void Every_field_that_is_declared_is_in_the_list_and_its_names_are_its_own()
    {
        var declared = typeof(CustomerFields)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(CustomerField))
            .ToList();
        declared.Select(f => f.GetValue(null)).ShouldBe(CustomerFields.All, ignoreOrder: true);
        declared.ShouldAllBe(f => ((CustomerField)f.GetValue(null)!).Name == f.Name);
        foreach (
            var names in new[]
            {
                CustomerFields.All.Select(f => f.Word),
                CustomerFields.Columns.Select(f => f.Short),
                ImportField.All.Select(f => f.Word),
                CustomerFields.Exported.Select(f => f.Export!),
            }
        )
            names.ShouldBeUnique();
        CustomerFields.All.ShouldAllBe(f =>
            (f.Asked == null) == (f.Ask == null)
            || f == CustomerFields.PropFirm
            || f == CustomerFields.AccountType
            || f == CustomerFields.AccountSize
        );
    }

    [Fact]
    public void Every_field_that_people_see_has_its_label()
    {
        var seen = CustomerFields
            .All.Where(f => f.IsColumn || f.IsInRecord || f.IsMerged || f.Import is not null)
            .Select(f => f.LabelKey)
            .Concat(CustomerFields.All.Where(f => f.Handed != ExportedData.ToNobody).Select(f => "Field_" + f.Name))
            .Distinct();
        seen.SelectMany(key => Words.Languages.Where(language => Words.In(language, key) == key).Select(language => $"{key} ({language})"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Columns_of_an_export_are_those_of_the_contract() =>
        string.Join(", ", CustomerFields.Exported.Select(f => f.Export))
            .ShouldBe(
                "number, customer id, unique id, name, other name, email, phone, company, country, language, time zone, status, type, tier, tags, outside id, orders, order value, last order, complaints, open complaints, created, order value currency"
            );

    [Fact]
    public void Every_fact_goes_from_the_record_and_comes_back()
    {
        var facts = new CustomerFacts();
        foreach (var property in typeof(CustomerFacts).GetProperties().Where(p => p.CanWrite))
            property.SetValue(facts, Sample(property.PropertyType, property.Name));
        var customer = new Customer
        {
            Name = "",
            Email = "",
            NormalizedEmail = "",
        };
        customer.Become(new CustomerState(facts, CustomerType.VIP, "pro"));
        customer.State.ShouldBe(new CustomerState(facts, CustomerType.VIP, "pro"));
        CustomerEntry.Of.Compile()(customer).Facts.ShouldBe(facts);
        // Each is a field, and each field gives it from one state to another.
        var empty = new CustomerState(new CustomerFacts(), CustomerType.Regular, Tiers.Standard);
        CustomerFields.All.Aggregate(empty, (state, field) => field.Take(state, customer.State)).ShouldBe(customer.State);
    }

    [Fact]
    public void What_is_asked_for_is_taken_by_the_field_of_that_name_alone()
    {
        var nothing = new CustomerState(new CustomerFacts { Name = "Sara" }, CustomerType.Regular, Tiers.Standard);
        CustomerFields.Asked.Aggregate(nothing, (state, field) => field.Apply(state, new CustomerChange(), null)).ShouldBe(nothing);
        foreach (var field in CustomerFields.InRecord)
        {
            var typed = field.Kind switch
            {
                FieldKind.Phone => "+966501234567",
                FieldKind.Country => "SA",
                FieldKind.Day => "1990-04-23",
                FieldKind.Language => "ar",
                FieldKind.TimeZone => "Asia/Riyadh",
                FieldKind.Flag => "true",
                _ => "boats",
            };
            var from = nothing with { Facts = nothing.Facts with { Notifications = false } };
            var to = CustomerFields.Asked.Aggregate(from, (state, f) => f.Apply(state, field.Change(typed), null));
            CustomerFields.All.Where(f => !Equals(f.Of(from), f.Of(to))).ShouldBe([field], $"{typed} was typed for {field.Name}.");
            field.Typed(to).ShouldBe(field.Kind == FieldKind.Phone ? Phones.Shown(typed) : typed);
        }
    }

    [Fact]
    public void Every_kind_of_field_that_is_imported_can_be_read()
    {
        foreach (var field in CustomerFields.All.Where(f => f.Import is not null))
            new ImportReader(new ImportColumns([ImportField.Find(field.Short)]), DateTimeOffset.UnixEpoch, "", Guid.Empty, null)
                .Understood(field, "premium")
                .ShouldSatisfyAllConditions();
    }

    [Fact]
    public void The_longest_text_is_said_alike_wherever_it_is_asked_for()
    {
        var faults =
            from input in new[]
            {
                typeof(CustomerChange),
                typeof(OwnDetails),
                typeof(NewCustomer),
                typeof(Registration),
                typeof(TradingProfile),
            }
            from property in input.GetProperties()
            let field = CustomerFields.All.FirstOrDefault(f => f.Name == property.Name)
            let rule = property.GetCustomAttribute<TextAttribute>()
            where field is { Kind: FieldKind.Line } && rule is not null && rule.Max != field.Longest
            select $"{input.Name}.{property.Name}: {rule.Max}, {field.Longest}";
        faults.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Erasing_takes_every_personal_field_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sara = house.Sara.CustomerId!.Value;
        var samples = new Dictionary<string, object>();
        await house.Store.Write(
            house.Amina,
            async db =>
            {
                var row = db.Entry(await db.Customers.SingleAsync(c => c.Id == sara));
                foreach (var field in CustomerFields.All.Where(f => f.IsPersonal))
                {
                    var property = row.Property(field.Property!);
                    property.CurrentValue = field.Kind switch
                    {
                        FieldKind.Country => "SA",
                        FieldKind.Phone => "+966501234567",
                        FieldKind.Flag => true,
                        // Who made the record is known by the customer's own name.
                        _ when field == CustomerFields.CreatedBy || field == CustomerFields.ModifiedBy => "Sample Name",
                        _ => Sample(property.Metadata.ClrType, field.Property!),
                    };
                    samples[field.Property!] = property.CurrentValue!;
                }
            }
        );
        await house.Drain();
        var begun = await house
            .Get<Erasures>()
            .Begin(
                house.Amina,
                sara,
                new ErasureInput
                {
                    Confirm = (await house.Get<CustomerLists>().Get(house.Amina, sara)).Number.ToString(CultureInfo.InvariantCulture),
                }
            );
        await house.Get<Erasures>().Run(house.Amina, begun.Id);
        samples.Count.ShouldBeGreaterThan(15, "The test looks at nothing.");
        await using var now = house.Store.Open(house.Amina);
        var erased = now.Entry(await now.Customers.SingleAsync(c => c.Id == sara));
        erased.Entity.ErasedAt.ShouldNotBeNull();
        // Keys follow from the others when they are read as a record; what stands in their columns counts.
        foreach (var (name, sample) in samples)
            (
                sample is string text
                    ? (await now.Customers.Where(c => c.Id == sara).Select(c => EF.Property<string?>(c, name)).SingleAsync())?.Contains(
                        text,
                        StringComparison.OrdinalIgnoreCase
                    ) ?? false
                    : Equals(erased.Property(name).CurrentValue, sample)
            ).ShouldBeFalse($"{name} stands there still.");
    }

    private static object Sample(Type type, string name) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(string) => "Sample " + name,
            var t when t == typeof(bool) => name != nameof(CustomerFacts.Notifications),
            var t when t == typeof(decimal) => 12.5m,
            var t when t == typeof(DateOnly) => new DateOnly(1990, 4, 23),
            var other => throw new ArgumentOutOfRangeException(nameof(type), other, "Say what a sample of this is."),
        };
}
