using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Wishes;

/// <summary>Something of a customer's, and the product that it is about.</summary>
public sealed record ProductOf<T>(T Thing, ProductView Product);
