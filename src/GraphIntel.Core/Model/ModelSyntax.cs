using System.Text;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphIntel.Core.Model;

/// <summary>The first stage: parses a model file, collects its declarations and checks its directives.</summary>
internal sealed class ModelSyntax
{
    /// <summary>The maximum size of a model file in bytes, UTF-8.</summary>
    public const int MaxBytes = 1_000_000;

    private const int MaxDepth = 64;
    private const int MaxNameLength = 100;

    // A table of SQLite has at most 2,000 columns, and a point takes two.
    private const int MaxFields = 500;

    private readonly Diagnostics _diagnostics;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    private ModelSyntax(Diagnostics diagnostics) => _diagnostics = diagnostics;

    /// <summary>Object types with distinct names, in the order of the file.</summary>
    public List<TypeSyntax> Types { get; } = [];

    /// <summary>Enums with distinct names, in the order of the file, without those of directives.</summary>
    public List<EnumSyntax> Enums { get; } = [];

    /// <summary>Parses the text.</summary>
    /// <exception cref="ModelException">It cannot be parsed.</exception>
    public static ModelSyntax Parse(Diagnostics diagnostics)
    {
        var syntax = new ModelSyntax(diagnostics);
        var document = ParseDocument(diagnostics);
        diagnostics.ThrowIfAny();
        foreach (var definition in document!.Definitions)
            syntax.Add(definition);
        if (syntax.Types.Count == 0)
            diagnostics.Add(0, "the model has no types; it needs at least one with @node");
        return syntax;
    }

    private static GraphQLDocument? ParseDocument(Diagnostics diagnostics)
    {
        if (diagnostics.Text.Length > MaxBytes || Encoding.UTF8.GetByteCount(diagnostics.Text) > MaxBytes)
        {
            diagnostics.Add(0, $"the file exceeds the limit of {MaxBytes:N0} bytes for a model");
            return null;
        }
        if (string.IsNullOrWhiteSpace(diagnostics.Text))
        {
            diagnostics.Add(0, "the file is empty; a model has at least one type with @node");
            return null;
        }
        try
        {
            return Parser.Parse(diagnostics.Text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxDepth });
        }
        catch (GraphQLMaxDepthExceededException e)
        {
            diagnostics.Add(e.Location.Line, e.Location.Column, "the file is nested too deeply for a model");
        }
        catch (GraphQLParserException e)
        {
            diagnostics.Add(e.Location.Line, e.Location.Column, "syntax error: " + e.Description);
        }
        return null;
    }

    private void Add(ASTNode definition)
    {
        switch (definition)
        {
            case GraphQLDirectiveDefinition directive:
                ModelDirectives.CheckDefinition(directive, _diagnostics);
                break;
            case GraphQLEnumTypeDefinition enumeration:
                AddEnum(enumeration);
                break;
            case GraphQLObjectTypeDefinition type:
                AddType(type);
                break;
            default:
                _diagnostics.Add(
                    definition.Location.Start,
                    $"{Describe(definition)} is not allowed in a model, which consists of object types, enums and the built-in directives");
                break;
        }
    }

    private static string Describe(ASTNode definition) => definition switch
    {
        GraphQLTypeExtension or GraphQLSchemaExtension => "an extension",
        GraphQLSchemaDefinition => "a schema definition",
        GraphQLInterfaceTypeDefinition => "an interface",
        GraphQLUnionTypeDefinition => "a union",
        GraphQLInputObjectTypeDefinition => "an input type",
        GraphQLScalarTypeDefinition => "a scalar definition (ID, String, Int, Float, Boolean, Date and Point are built in)",
        _ => "an operation or a fragment",
    };

    private void AddEnum(GraphQLEnumTypeDefinition definition)
    {
        var name = definition.Name.StringValue;
        if (!IsNew(definition.Name))
            return;
        if (ModelDirectives.IsReservedEnum(name))
        {
            ModelDirectives.CheckEnum(definition, _diagnostics);
            return;
        }
        ModelDirectives.Read(definition.Directives, null, "an enum", _diagnostics);
        var values = new List<EnumValue>();
        foreach (var value in definition.Values?.Items ?? [])
        {
            var valueName = value.Name.StringValue;
            ModelDirectives.Read(value.Directives, null, "an enum value", _diagnostics);
            CheckName(value.Name);
            if (valueName is "true" or "false" or "null")
            {
                _diagnostics.Add(value.Name.Location.Start, $"an enum value cannot be called {valueName}");
            }
            else if (values.Exists(other => other.Name == valueName))
            {
                _diagnostics.Add(value.Name.Location.Start, $"the enum {name} has the value {valueName} twice");
            }
            values.Add(new EnumValue(valueName, Description(value.Description)));
        }
        if (values.Count == 0)
            _diagnostics.Add(definition.Name.Location.Start, $"the enum {name} has no values");
        var type = new EnumType(name, Description(definition.Description), values);
        Enums.Add(new EnumSyntax(type, definition.Name.Location.Start));
    }

    private void AddType(GraphQLObjectTypeDefinition definition)
    {
        if (!IsNew(definition.Name))
            return;
        var type = new TypeSyntax
        {
            Name = definition.Name.StringValue,
            Position = definition.Name.Location.Start,
            Description = Description(definition.Description),
            Uses = ModelDirectives.Read(definition.Directives, DirectiveLocation.Object, "an object type", _diagnostics),
        };
        Types.Add(type);
        if (definition.Interfaces is { } interfaces)
        {
            _diagnostics.Add(interfaces.Location.Start, "a type of a model cannot implement interfaces");
        }
        var fields = definition.Fields?.Items ?? [];
        if (fields.Count == 0)
            _diagnostics.Add(type.Position, $"the type {type.Name} has no fields");
        if (fields.Count > MaxFields)
        {
            _diagnostics.Add(type.Position, $"the type {type.Name} has {fields.Count} fields; at most {MaxFields} are allowed");
        }
        foreach (var field in fields.Take(MaxFields))
            AddField(type, field);
    }

    private void AddField(TypeSyntax owner, GraphQLFieldDefinition definition)
    {
        var name = definition.Name.StringValue;
        CheckName(definition.Name);
        var uses = ModelDirectives.Read(definition.Directives, DirectiveLocation.FieldDefinition, "a field", _diagnostics);
        if (definition.Arguments is { } arguments)
        {
            _diagnostics.Add(arguments.Location.Start, "a field of a model cannot have arguments; the schema adds them");
        }
        if (owner.FindField(name) is { } earlier)
        {
            _diagnostics.Add(
                definition.Name.Location.Start,
                $"the type {owner.Name} has two fields called {name}; the other is at {_diagnostics.Location(earlier.Position)}");
            return;
        }
        owner.Fields.Add(new FieldSyntax
        {
            Owner = owner,
            Name = name,
            Position = definition.Name.Location.Start,
            Description = Description(definition.Description),
            Type = Reference(definition.Type),
            Uses = uses,
            HasInvalidDirective = uses.Count < (definition.Directives?.Items.Count ?? 0),
        });
    }

    private TypeReference Reference(GraphQLType type)
    {
        var position = type.Location.Start;
        var isRequired = type is GraphQLNonNullType;
        var outer = Nullable(type);
        if (outer is not GraphQLListType list)
            return new TypeReference(NameOf(outer), position, false, isRequired);
        if (Nullable(list.Type) is GraphQLListType)
        {
            _diagnostics.Add(position, "a list of lists cannot be stored; a list is [X!] or [X!]!");
        }
        else if (list.Type is not GraphQLNonNullType)
        {
            _diagnostics.Add(position, $"the items of a list cannot be null: write [{NameOf(list.Type)}!]{(isRequired ? "!" : "")}");
        }
        return new TypeReference(NameOf(list), position, true, isRequired);
    }

    private static GraphQLType Nullable(GraphQLType type) => type is GraphQLNonNullType required ? required.Type : type;

    private static string NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => NameOf(required.Type),
        GraphQLListType list => NameOf(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException($"unknown kind of type reference: {type.Kind}"),
    };

    private bool IsNew(GraphQLName name)
    {
        CheckName(name);
        if (_names.TryAdd(name.StringValue, name.Location.Start))
            return true;
        var earlier = _diagnostics.Location(_names[name.StringValue]);
        _diagnostics.Add(name.Location.Start, $"there are two types called {name.StringValue}; the other is at {earlier}");
        return false;
    }

    private void CheckName(GraphQLName name)
    {
        var text = name.StringValue;
        if (text.StartsWith("__", StringComparison.Ordinal))
        {
            _diagnostics.Add(name.Location.Start, $"the name {text} begins with __, which GraphQL reserves");
        }
        if (text.Length > MaxNameLength)
        {
            _diagnostics.Add(name.Location.Start, $"the name is {text.Length} characters long; at most {MaxNameLength} are allowed");
        }
    }

    private static string? Description(GraphQLDescription? description) => description?.Value.ToString();
}
