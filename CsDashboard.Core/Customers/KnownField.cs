using System.Globalization;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace CsDashboard.Customers;

/// <summary>Something that another room knows of the customer or the company, in lists and exports only.</summary>
public sealed class KnownField(string name, Func<CustomerEntry, object?> shown) : CustomerField(name)
{
    public override object? Of(CustomerEntry customer) => shown(customer);
}
