using System.Globalization;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace CsDashboard.Customers;

/// <summary>A field that is kept in the row of the customer.</summary>
public abstract class KeptField<T>(string name, Expression<Func<Customer, T>> kept) : CustomerField(name)
{
    private readonly Lazy<Func<Customer, T>> read = new(kept.Compile);

    /// <summary>What erasing leaves of a personal one, where that is not nothing.</summary>
    public Func<Customer, T>? Forgotten { get; init; }

    public override string Property => ((MemberExpression)kept.Body).Member.Name;

    internal override object? Of(Customer customer) => read.Value(customer);

    internal override void Configure(EntityTypeBuilder<Customer> table)
    {
        if (Longest > 0)
            table.Property(kept).HasMaxLength(Longest);
    }

    internal override void Forget(UpdateSettersBuilder<Customer> row, Customer customer)
    {
        if (IsPersonal)
            row.SetProperty(kept, Forgotten is null ? default! : Forgotten(customer));
    }
}
