using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>rules.md 001; the words of 004 are a view of them (rule C20).</summary>
public enum OrderStatus { Pending, Confirmed, Processing, Shipped, Delivered, Cancelled, Returned }
