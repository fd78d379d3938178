//! The lifetimes that a type leaves out, as in `Cow<'_, str>` and `&str`. Only the signature of a function can leave them out, and
//! what a framework calls a handler with borrows nothing.

use proc_macro2::Span;
use syn::{
    GenericArgument, Lifetime, Path, PathArguments, Type, TypeArray, TypeGroup, TypeParamBound, TypeParen,
    TypeSlice,
};

/// Returns the type with `'static` for the lifetimes that it leaves out. Those inside of the type of a function stay, since they are
/// its own.
pub(crate) fn static_type(ty: &Type) -> Type {
    let mut ty = ty.clone();
    make_static(&mut ty);
    ty
}

fn make_static(ty: &mut Type) {
    match ty {
        Type::Reference(reference) => {
            let span = reference.and_token.span;
            set(reference.lifetime.get_or_insert_with(|| Lifetime::new("'_", span)));
            make_static(&mut reference.elem);
        }
        Type::Path(path) => {
            if let Some(qself) = &mut path.qself {
                make_static(&mut qself.ty);
            }
            in_path(&mut path.path);
        }
        Type::TraitObject(object) => object.bounds.iter_mut().for_each(|bound| match bound {
            TypeParamBound::Lifetime(lifetime) => set(lifetime),
            TypeParamBound::Trait(bound) => in_path(&mut bound.path),
            _ => {}
        }),
        Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(make_static),
        Type::Array(TypeArray { elem, .. })
        | Type::Group(TypeGroup { elem, .. })
        | Type::Paren(TypeParen { elem, .. })
        | Type::Slice(TypeSlice { elem, .. }) => make_static(elem),
        _ => {}
    }
}

fn in_path(path: &mut Path) {
    for segment in &mut path.segments {
        let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else { continue };
        for argument in &mut arguments.args {
            match argument {
                GenericArgument::Lifetime(lifetime) => set(lifetime),
                GenericArgument::Type(ty) => make_static(ty),
                GenericArgument::AssocType(assoc) => make_static(&mut assoc.ty),
                _ => {}
            }
        }
    }
}

fn set(lifetime: &mut Lifetime) {
    if lifetime.ident == "_" {
        *lifetime = Lifetime::new("'static", Span::call_site().located_at(lifetime.span()));
    }
}
