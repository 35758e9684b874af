namespace GraphIntel.Core.Model;

/// <summary>The second stage: fields with a scalar type become properties.</summary>
internal sealed class PropertyReader(ModelSyntax syntax, Diagnostics diagnostics)
{
    private static readonly Dictionary<string, ScalarKind> Scalars = new(StringComparer.Ordinal)
    {
        ["ID"] = ScalarKind.Id,
        ["String"] = ScalarKind.String,
        ["Int"] = ScalarKind.Int,
        ["Float"] = ScalarKind.Float,
        ["Boolean"] = ScalarKind.Boolean,
        ["Date"] = ScalarKind.Date,
        ["Point"] = ScalarKind.Point,
    };

    private readonly Dictionary<string, EnumType> _enums =
        syntax.Enums.ToDictionary(entry => entry.Type.Name, entry => entry.Type, StringComparer.Ordinal);

    private readonly HashSet<string> _types = [.. syntax.Types.Select(type => type.Name)];

    /// <summary>Creates the properties of a type, in the order of its fields; the hidden ones of @refersTo come last.</summary>
    public void Read(TypeSyntax type)
    {
        foreach (var field in type.Fields)
        {
            if (FindKind(field.Type.Name) is { } kind)
                ReadProperty(field, kind);
            else if (!_types.Contains(field.Type.Name))
                ReportUnknown(field);
        }
        foreach (var field in type.Fields.Where(field => field.Uses.ContainsKey("refersTo")))
            AddHidden(field);
        foreach (var property in type.Properties.Values)
            ReadImprecision(type, property);
        ReportCaseConflicts(type);
    }

    private ScalarKind? FindKind(string type) =>
        Scalars.TryGetValue(type, out var kind) ? kind : _enums.ContainsKey(type) ? ScalarKind.Enum : null;

    private void ReportUnknown(FieldSyntax field)
    {
        var name = field.Type.Name;
        diagnostics.Add(field.Type.Position, ModelDirectives.IsReservedEnum(name)
            ? $"{field.FullName} cannot be of type {name}, which is reserved for directives"
            : $"there is no type {name}; {field.FullName} needs a type or an enum of this model, or one of "
                + string.Join(", ", Scalars.Keys));
    }

    private void ReadProperty(FieldSyntax field, ScalarKind kind)
    {
        foreach (var use in field.Uses.Values)
        {
            if (use.Name is "relationship" or "path" or "refersBy" or "refersTo")
            {
                diagnostics.Add(use.Position, $"@{use.Name} is not allowed on {field.FullName}: {field.Type.Name} is not a node type");
            }
        }
        if (field.Type.IsList && kind == ScalarKind.Point)
        {
            diagnostics.Add(field.Type.Position, "a list of Point is not supported; use a single Point");
        }
        if (field.Uses.TryGetValue("search", out var search) && kind != ScalarKind.String)
        {
            diagnostics.Add(search.Position, $"@search is for String and [String!], not for {field.Type}");
        }
        if (field.Uses.TryGetValue("index", out var index) && field.Type.IsList)
        {
            diagnostics.Add(index.Position, $"@index is for a single value, not for {field.Type}");
        }
        if (field.Uses.TryGetValue("imprecise", out var imprecise) && (kind != ScalarKind.Date || field.Type.IsList))
        {
            diagnostics.Add(imprecise.Position, $"@imprecise is for Date, not for {field.Type}");
        }
        var property = new Property
        {
            Name = field.Name,
            Description = field.Description,
            Kind = kind,
            Enum = _enums.GetValueOrDefault(field.Type.Name),
            IsList = field.Type.IsList,
            IsRequired = field.Type.IsRequired,
            IsIndexed = index is not null,
            SearchedAs = search is null ? null : search.Flag("text") ? SearchedAs.Text : SearchedAs.Name,
        };
        field.Owner.Properties.Add(field.Name, property);
        field.Built = new PropertyField { Name = field.Name, Description = field.Description, Property = property };
    }

    private void AddHidden(FieldSyntax field)
    {
        if (field.Built is not null)
            return;
        var name = field.Name + "Ids";
        if (field.Owner.FindField(name) is { } other)
        {
            diagnostics.Add(
                field.Position,
                $"{field.FullName} keeps its ids in a hidden property {name}, a name that the field at "
                + $"{diagnostics.Location(other.Position)} already has");
            return;
        }
        field.Hidden = new Property { Name = name, Kind = ScalarKind.Id, IsList = true, IsRequired = true, IsHidden = true };
        field.Owner.Properties.Add(name, field.Hidden);
    }

    private void ReadImprecision(TypeSyntax type, Property property)
    {
        if (type.FindField(property.Name)?.Uses.GetValueOrDefault("imprecise") is not { } use)
            return;
        var precision = Find(type, use, "precision", "an enum", found => found is { Kind: ScalarKind.Enum, IsList: false });
        var until = Find(
            type, use, "until", "a Date, and not itself",
            found => found is { Kind: ScalarKind.Date, IsList: false } && found != property);
        if (precision is not null)
            property.Imprecise = new Imprecision(precision, until);
    }

    /// <summary>
    /// The property of <paramref name="type"/> that an argument names; null, with an error unless one is reported already, if
    /// it is not as <paramref name="expected"/> describes.
    /// </summary>
    public Property? Find(TypeSyntax type, DirectiveUse use, string argument, string expected, Func<Property, bool> accepts) =>
        use.Text(argument) is { } name ? Find(type, name, $"'{argument}' of @{use.Name}", expected, accepts) : null;

    /// <inheritdoc cref="Find(TypeSyntax, DirectiveUse, string, string, Func{Property, bool})"/>
    public Property? Find(TypeSyntax type, LocatedText name, string what, string expected, Func<Property, bool> accepts)
    {
        var property = type.Properties.GetValueOrDefault(name.Text);
        if (property is { IsHidden: false } && accepts(property))
            return property;
        var field = type.FindField(name.Text);
        if (field is null)
        {
            diagnostics.Add(
                name.Position,
                $"{what} must name a property of {type.Name} that is {expected}; it has none called '{name.Text}'");
        }
        else if (property is not null || _types.Contains(field.Type.Name))
        {
            diagnostics.Add(
                name.Position,
                $"{what} must name a property of {type.Name} that is {expected}; '{name.Text}' is {field.Type}");
        }
        return null;
    }

    // Column names of SQLite are case-insensitive.
    private void ReportCaseConflicts(TypeSyntax type)
    {
        var seen = new Dictionary<string, Property>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.Properties.Values)
        {
            if (seen.TryAdd(property.Name, property))
                continue;
            var field = type.FindField(property.IsHidden ? property.Name[..^"Ids".Length] : property.Name);
            diagnostics.Add(
                field?.Position ?? type.Position,
                $"the properties {seen[property.Name].Name} and {property.Name} of {type.Name} differ only in letter case");
        }
    }
}
