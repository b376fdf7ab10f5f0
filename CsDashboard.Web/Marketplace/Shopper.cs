using CsDashboard.Foundation;
using CsDashboard.Marketplace.Carts;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// Who looks at a page of the shop, and whose cart that is: null for staff, who have none, and for a visitor without one yet.
/// </summary>
internal sealed record Shopper(Actor Actor, CartOwner? Cart, bool MayBuy);
