using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Kit;

[EventHandler("onrowtick", typeof(RowTickEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;
