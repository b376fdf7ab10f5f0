using MudBlazor;

namespace CsDashboard.Tests.Kit;

/// <summary>Which of our tokens is which of the library's.</summary>
internal static class Theme
{
    public static MudTheme Of(Tokens tokens) =>
        new()
        {
            PaletteLight = Fill(new PaletteLight(), name => tokens.Of(name, dark: false)),
            PaletteDark = Fill(new PaletteDark(), name => tokens.Of(name, dark: true)),
            LayoutProperties = new()
            {
                DefaultBorderRadius = "var(--radius-2)",
                DrawerWidthLeft = "var(--rail)",
                DrawerWidthRight = "var(--rail)",
                DrawerMiniWidthLeft = "var(--rail-narrow)",
                DrawerMiniWidthRight = "var(--rail-narrow)",
                AppbarHeight = "var(--bar)",
            },
            Shadows = Flat(new Shadow()),
            Typography = new()
            {
                Default = Text(new DefaultTypography(), "var(--text-m)", "var(--weight)", "var(--line)", "var(--track)"),
                H1 = Text(new H1Typography(), "var(--text-xl)", "var(--weight-head)", "1.3", "-.02em"),
                H2 = Text(new H2Typography(), "var(--text-l)", "var(--weight-head)"),
                H3 = Text(new H3Typography(), "var(--text-m)", "var(--weight-head)"),
                H4 = Text(new H4Typography(), "var(--text-m)", "var(--weight-head)"),
                H5 = Text(new H5Typography(), "var(--text-m)", "var(--weight-head)"),
                H6 = Text(new H6Typography(), "var(--text-l)", "var(--weight-head)"),
                Subtitle1 = Text(new Subtitle1Typography(), "var(--text-m)", "var(--weight-medium)", "var(--line)"),
                Subtitle2 = Text(new Subtitle2Typography(), "var(--text-s)", "var(--weight-medium)", "var(--line)"),
                Body1 = Text(new Body1Typography(), "var(--text-m)", "var(--weight)", "var(--line)", "var(--track)"),
                Body2 = Text(new Body2Typography(), "var(--text-s)", "var(--weight)", "var(--line)"),
                Button = Text(new ButtonTypography(), "var(--text-s)", "var(--weight-medium)"),
                Caption = Text(new CaptionTypography(), "var(--text-xs)", "var(--weight)", "var(--line)"),
                Overline = Text(new OverlineTypography(), "var(--text-xs)", "var(--weight-medium)", "var(--line)"),
            },
        };

    private static T Fill<T>(T p, Func<string, string> token)
        where T : Palette
    {
        p.HoverOpacity = 0.1;
        (p.Black, p.White) = (token("text"), token("surface"));
        (p.Primary, p.PrimaryContrastText) = (token("accent"), token("on-accent"));
        (p.PrimaryDarken, p.PrimaryLighten) = (token("accent-hover"), token("accent-text"));
        (p.Secondary, p.SecondaryContrastText) = (token("text-2"), token("surface"));
        (p.Tertiary, p.TertiaryContrastText) = (token("hue-3-fg"), token("hue-3-bg"));
        (p.Info, p.InfoContrastText) = (token("info-text"), token("info-soft"));
        (p.InfoDarken, p.InfoLighten) = (token("info-text"), token("info-text"));
        (p.Success, p.SuccessContrastText) = (token("success-text"), token("success-soft"));
        (p.SuccessDarken, p.SuccessLighten) = (token("success-text"), token("success-text"));
        (p.Warning, p.WarningContrastText) = (token("warning-text"), token("warning-soft"));
        (p.WarningDarken, p.WarningLighten) = (token("warning-text"), token("warning-text"));
        (p.Error, p.ErrorContrastText) = (token("danger"), token("on-danger"));
        (p.ErrorDarken, p.ErrorLighten) = (token("danger-hover"), token("danger-text"));
        (p.Dark, p.DarkContrastText) = (token("text"), token("surface"));
        (p.TextPrimary, p.TextSecondary, p.TextDisabled) = (token("text"), token("text-2"), token("text-3"));
        (p.ActionDefault, p.ActionDisabled, p.ActionDisabledBackground) = (token("text-2"), token("text-3"), token("surface-2"));
        (p.Background, p.BackgroundGray, p.Surface) = (token("bg"), token("surface-2"), token("surface"));
        (p.DrawerBackground, p.DrawerText, p.DrawerIcon) = (token("surface"), token("text"), token("text-2"));
        (p.AppbarBackground, p.AppbarText) = (token("surface"), token("text"));
        (p.LinesDefault, p.LinesInputs, p.TableLines) = (token("border"), token("border-strong"), token("border"));
        (p.TableStriped, p.TableHover) = (token("bg"), token("surface-2"));
        (p.Divider, p.DividerLight, p.Skeleton) = (token("border"), token("border"), token("surface-3"));
        (p.GrayDefault, p.GrayLight, p.GrayLighter) = (token("text-3"), token("border-strong"), token("border"));
        (p.GrayDark, p.GrayDarker) = (token("text-2"), token("text"));
        (p.OverlayDark, p.OverlayLight) = (token("overlay"), token("overlay"));
        return p;
    }

    // What lies over the page has one shadow; what lies on it has a line around it.
    private static Shadow Flat(Shadow shadow)
    {
        for (var height = 1; height < shadow.Elevation.Length; height++)
            shadow.Elevation[height] = "var(--shadow)";
        return shadow;
    }

    private static T Text<T>(T text, string size, string weight, string line = "1.3", string track = "0")
        where T : BaseTypography
    {
        (text.FontSize, text.FontWeight, text.LineHeight, text.LetterSpacing, text.TextTransform) = (size, weight, line, track, "none");
        return text;
    }
}
